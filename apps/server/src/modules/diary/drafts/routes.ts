import { deleteDraft as deleteDraftRoute, getDraft as getDraftRoute, saveDraft as saveDraftRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { deleteDraft, findDraft, saveDraft } from './drafts.ts'

export function draftRoutes(implement: Implement, { db }: Platform) {
  implement(getDraftRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => findDraft(tx, params.id, actor.staffId)))
  implement(saveDraftRoute, ({ actor, params, body }) => db.write(actor.orgId, (tx) => saveDraft(tx, params.id, actor.staffId, body)))
  implement(deleteDraftRoute, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await deleteDraft(tx, params.id, actor.staffId)
    return { ok: true as const }
  }))
}
