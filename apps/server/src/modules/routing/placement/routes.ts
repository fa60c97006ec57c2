import { operatorsOf } from '@kontuar/conditions'
import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeRule } from './commands/change-rule.ts'
import { createRule } from './commands/create-rule.ts'
import { deleteRule } from './commands/delete-rule.ts'
import { describeFields } from './message-fields.ts'
import { listRuleRows, presentRule } from './queries.ts'
import { tryRule } from './try-rule.ts'

export function placementRoutes(implement: Implement, { db }: Platform) {
  implement(contract.listQueueRules, async ({ actor }) => ({ items: (await db.read(actor.orgId, listRuleRows)).map(presentRule), next: null }))
  implement(contract.createQueueRule, async ({ actor, body }) => presentRule(await db.write(actor.orgId, (tx) => createRule(tx, actor, body))))
  implement(contract.changeQueueRule, async ({ actor, params, body }) => presentRule(await db.write(actor.orgId, (tx) => changeRule(tx, actor, params.id, body))))
  implement(contract.deleteQueueRule, async ({ actor, params }) => {
    await db.write(actor.orgId, (tx) => deleteRule(tx, actor, params.id))
    return { ok: true as const }
  })
  implement(contract.tryQueueRule, ({ actor, body }) => db.read(actor.orgId, (tx) => tryRule(tx, body.conditions)))
  implement(contract.listQueueRuleFields, async () => ({ items: describeFields(operatorsOf), next: null }))
}
