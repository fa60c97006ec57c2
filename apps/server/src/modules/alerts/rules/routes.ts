// Alert rules over HTTP.
import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { languageOf } from '../../identity/index.ts'
import { changeRule, retireRule } from './commands/change-rule.ts'
import { createRule } from './commands/create-rule.ts'
import { listAlertFields } from './fields/list-alert-fields.ts'
import { getRule, listRules } from './list-rules.ts'
import { readyMadeRules } from './ready-made/ready-made-rules.ts'

export function ruleRoutes(implement: Implement, { db }: Platform) {
  implement(contract.listAlertRules, ({ actor, query }) => db.read(actor.orgId, (tx) => listRules(tx, actor, query)))
  implement(contract.getAlertRule, ({ actor, params }) => db.read(actor.orgId, (tx) => getRule(tx, actor, params.id)))
  implement(contract.createAlertRule, ({ actor, body }) => createRule(db, actor, body))
  implement(contract.changeAlertRule, ({ actor, params, body }) => changeRule(db, actor, params.id, body))
  implement(contract.retireAlertRule, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    await retireRule(tx, actor, params.id)
    return { ok: true as const }
  }))
  implement(contract.listAlertFields, ({ actor, query }) => db.read(actor.orgId, async (tx) => ({ items: await listAlertFields(tx, query.on ?? 'answer'), next: null })))
  implement(contract.listReadyAlertRules, ({ actor, query }) => db.read(actor.orgId, async (tx) => ({ items: await readyMadeRules(tx, query.language ?? await languageOf(tx, actor.staffId)), next: null })))
}
