// Notices that tell of something set which does not hold any more, under the kind of what it was set for: they are said in other words, and lead to the setting.
import type { NotificationKind } from '@kontuar/contracts'

export type Setting = 'rule-problem' | 'conditions'

export function settingOf({ kind, detail }: { kind: NotificationKind; detail?: Record<string, unknown> }): Setting | null {
  if (kind === 'alert' && detail?.['ruleProblem'] === true) return 'rule-problem'
  return kind === 'recovery' && detail?.['what'] === 'conditions' ? 'conditions' : null
}

/** The same over `notification n`. */
export const settingSql = `case when n.kind = 'alert' and n.detail->>'ruleProblem' = 'true' then 'rule-problem' when n.kind = 'recovery' and n.detail->>'what' = 'conditions' then 'conditions' end`
