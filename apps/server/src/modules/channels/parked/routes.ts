import { getInteractionRaw, getParked as getRoute, getParkedRaw, listParked as listRoute, retryParked as retryRoute } from '@kontuar/contracts'
import type { FastifyReply } from 'fastify'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { loadRaw } from '../storing/load-raw.ts'
import { getInteractionOriginal, getParked, getParkedOriginal, listParked, retryParked, type Original } from './parked-mails.ts'

export function parkedRoutes(implement: Implement, { db, files }: Platform) {
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listParked(tx, query)))
  implement(getRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getParked(tx, params.id)))
  implement(getParkedRaw, async ({ actor, params, reply }) => sendOriginal(reply, actor.orgId, params.id, await db.read(actor.orgId, (tx) => getParkedOriginal(tx, params.id))))
  implement(getInteractionRaw, async ({ actor, params, reply }) => sendOriginal(reply, actor.orgId, params.id, await db.read(actor.orgId, (tx) => getInteractionOriginal(tx, params.id))))
  implement(retryRoute, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await retryParked(tx, actor, params.id)
    return { ok: true as const }
  }))

  /** Always a download, under a policy that lets nothing in it run: a mail may be written to be opened here. */
  async function sendOriginal(reply: FastifyReply, orgId: number, id: string, original: Original) {
    return reply.header('content-disposition', `attachment; filename="${id}.eml"`).header('content-security-policy', "default-src 'none'; sandbox")
      .type('message/rfc822').send(await loadRaw(files, orgId, original))
  }
}
