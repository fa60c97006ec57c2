import { getAbility as getAbilityRoute, listDecisions as listDecisionsRoute, pullTicket as pullRoute, setAbility as setAbilityRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getAbility } from './ability/get-ability.ts'
import { setAbility } from './ability/set-ability.ts'
import { listDecisions } from './list-decisions.ts'
import { pullTicket } from './pull-ticket.ts'

export function assignmentRoutes(implement: Implement, { db }: Platform) {
  implement(getAbilityRoute, ({ actor, params }) => db.read(actor.orgId, (tx) => getAbility(tx, params.id)))
  implement(setAbilityRoute, ({ actor, params, body }) => db.write(actor.orgId, (tx) => setAbility(tx, actor, params.id, body)))
  implement(pullRoute, ({ actor, body }) => db.write(actor.orgId, (tx) => pullTicket(tx, actor, body.queueId)))
  implement(listDecisionsRoute, async ({ actor, params }) => ({ items: await db.read(actor.orgId, (tx) => listDecisions(tx, params.id)), next: null }))
}
