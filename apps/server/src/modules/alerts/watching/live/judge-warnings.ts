// Told that insight has found a change, or that it is over.
import type { Event } from '../../../../platform/events.ts'
import type { Subscriber } from '../../../../platform/jobs/define.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { raise, settle } from '../../life/index.ts'
import { knownRules } from '../compile/known-rules.ts'
import { warningFiring, warningKey, warningSuits } from '../judge/warning.ts'
import { readWarnings } from '../read/warnings.ts'

/** Events: insight.warningRaised, insight.warningOver. */
export const judgeWarnings = ({ db }: Platform): Subscriber => ({
  name: 'alerts.judgeWarnings',
  handle: (orgId, events) => db.write(orgId, (tx) => judge(tx, events)),
})

async function judge(tx: Tx, events: readonly Event[]): Promise<void> {
  const rules = await knownRules(tx)
  if (rules === null || rules.warnings.length === 0) return
  const idsOf = (name: string) => events.flatMap((e) => (e.name === name && e.ids['warningId'] !== undefined ? [e.ids['warningId']] : []))
  const warnings = await readWarnings(tx, { ids: [...new Set([...idsOf('insight.warningRaised'), ...idsOf('insight.warningOver')])] })
  await raise(tx, warnings.flatMap((w) => rules.warnings.filter((rule) => warningSuits(rule, w)).map((rule) => warningFiring(rule, w))))
  await settle(tx, warnings.filter((w) => w.overAt !== null).flatMap((w) => rules.warnings.filter((rule) => warningSuits(rule, w)).map((rule) => ({ ruleId: rule.id, key: warningKey(w), at: new Date(w.overAt!) }))))
}
