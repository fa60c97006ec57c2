// Rules on warnings. Pure.
import type { Firing } from '../../firing.ts'
import type { WarningRule } from '../compile/compiled-rule.ts'
import type { FoundWarning } from '../read/warnings.ts'

export const warningSuits = ({ definition, since }: WarningRule, w: FoundWarning): boolean =>
  (definition.kinds as readonly string[]).includes(w.kind) && w.foundAt >= since && (definition.locationIds === undefined || definition.locationIds.length === 0 || (w.locationId !== null && definition.locationIds.includes(w.locationId)))

/** The same found again while the alert is open counts it up. */
export const warningKey = (w: Pick<FoundWarning, 'key'>): string => `warning:${w.key}`

export const warningFiring = (rule: WarningRule, w: FoundWarning): Firing => ({
  ruleId: rule.id, ruleVersion: rule.version, occurrence: `warning:${w.id}`, key: warningKey(w), at: new Date(w.foundAt), urgent: rule.urgent, noData: false, warningId: w.id, locationId: w.locationId,
  why: { code: 'warning', kind: w.kind, expected: w.expected, came: w.came, n: w.n, p: w.p, metric: w.metric, ...(w.subject === null ? {} : { each: w.subject.kind, place: w.subject.id }) },
})
