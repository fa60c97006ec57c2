// Canned answers: one's own, and those of everybody.
import { changeCannedAnswer, createCannedAnswer, deleteCannedAnswer, fillCannedAnswer, listCannedAnswers } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeCanned, createCanned, deleteCanned } from './commands/save-canned.ts'
import { fillCanned } from './fill-canned.ts'
import { getCanned, listCanned, presentCanned } from './queries.ts'

export function cannedRoutes(implement: Implement, { db }: Platform) {
  implement(listCannedAnswers, async ({ actor }) => ({ items: (await db.read(actor.orgId, (tx) => listCanned(tx, actor.staffId))).map(presentCanned), next: null }))
  implement(createCannedAnswer, ({ actor, body }) => db.write(actor.orgId, async (tx) => presentCanned(await getCanned(tx, actor.staffId, await createCanned(tx, actor, body)))))
  implement(changeCannedAnswer, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeCanned(tx, actor, params.id, body)
    return presentCanned(await getCanned(tx, actor.staffId, params.id))
  }))
  implement(deleteCannedAnswer, async ({ actor, params }) => {
    await db.write(actor.orgId, (tx) => deleteCanned(tx, actor, params.id))
    return { ok: true } as const
  })
  implement(fillCannedAnswer, ({ actor, params, query }) => db.read(actor.orgId, (tx) => fillCanned(tx, actor.staffId, params.id, query.ticketId)))
}
