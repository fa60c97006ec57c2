// Where a notice leads: what it is about, else its ticket, else the list it stands in.
import type { Notification } from '@kontuar/contracts'

const id = (value: unknown): string | null => (typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null)

export function placeOf({ kind, detail, ticketId, ticketNumber }: Pick<Notification, 'kind' | 'detail' | 'ticketId' | 'ticketNumber'>): `/${string}` {
  const [alert, rule, recovery, report, run, task] = [id(detail['alertId']), id(detail['alertRuleId']), id(detail['recoveryId']), id(detail['reportId']), id(detail['runId']), id(detail['taskId'])]
  if (kind === 'alert' && detail['ruleProblem'] === true) return rule === null ? '/alerts/rules' : `/alerts/rules/${rule}`
  if (kind === 'alert') return alert === null ? '/alerts' : `/alerts/${alert}`
  if (kind === 'recovery' && detail['what'] === 'conditions') return '/settings/recovery'
  if (kind === 'recovery' && recovery !== null) return `/recoveries/${recovery}`
  if (kind === 'report' && run !== null) return `/reports/runs/${run}`
  if (kind === 'report' && report !== null) return `/reports/${report}`
  if ((kind === 'task-due' || kind === 'task-late') && task !== null) return `/tasks?show=everybody&task=${task}`
  if (ticketId !== null && ticketNumber !== null) return `/tickets/${ticketId}`
  return kind === 'given-back' ? '/board' : '/tasks'
}
