// What stands on a lock screen: the kind, the number of the ticket, and where to look. Never a word of a customer. Pure.
import type { NotificationKind, PushPayload } from '@kontuar/contracts'
import { isId } from '../../../platform/id.ts'
import { settingOf } from '../rules/setting.ts'
import { wordsIn } from '../words/index.ts'

export interface NoticeToPush { id: string; kind: NotificationKind; ticketId: string | null; ticketNumber: number | null; count: number; urgent: boolean; at: Date; detail?: Record<string, unknown> }

/** @param notices none: a trial */
export function makePayload(notices: readonly NoticeToPush[], locale: string | null, now: Date): PushPayload {
  const words = wordsIn(locale)
  const [first] = notices
  const nothing = { version: 1 as const, url: '/', notificationId: null, ticketId: null, ticketNumber: null, count: notices.length, urgent: false, at: now.toISOString() }
  if (first === undefined) return { ...nothing, kind: 'trial', title: words.trial, tag: 'trial' }
  if (notices.length > 1) return { ...nothing, kind: 'several', title: words.several(notices.length), tag: 'several', urgent: notices.some((n) => n.urgent) }
  const setting = settingOf(first)
  return {
    ...nothing, kind: first.kind, title: capital(setting === null ? words.push[first.kind](first.ticketNumber === null ? null : words.ticket(first.ticketNumber), first.count) : words.settings[setting]), tag: `${first.kind}:${first.ticketId ?? first.id}`,
    url: addressOf(first), notificationId: first.id, ticketId: first.ticketId, ticketNumber: first.ticketNumber, urgent: first.urgent, at: first.at.toISOString(),
  }
}

/** Where it is seen to: what it is about, else the ticket. The same places as in the workspace (apps/web/src/features/notifications/place-of.ts). */
function addressOf({ kind, ticketId, detail }: NoticeToPush): string {
  const id = (name: string) => (typeof detail?.[name] === 'string' && isId(detail[name]) ? detail[name] : null)
  const setting = settingOf({ kind, ...(detail === undefined ? {} : { detail }) })
  const [alert, rule, recovery, report, run, task] = [id('alertId'), id('alertRuleId'), id('recoveryId'), id('reportId'), id('runId'), id('taskId')]
  if (setting === 'rule-problem' && rule !== null) return `/alerts/rules/${rule}`
  if (setting === 'conditions') return '/settings/recovery'
  if (kind === 'alert' && alert !== null) return `/alerts/${alert}`
  if (kind === 'recovery' && recovery !== null) return `/recoveries/${recovery}`
  if (kind === 'report' && (run ?? report) !== null) return run === null ? `/reports/${report}` : `/reports/runs/${run}`
  if ((kind === 'task-due' || kind === 'task-late') && task !== null) return `/tasks?show=everybody&task=${task}`
  if (ticketId !== null) return `/tickets/${ticketId}`
  return kind === 'alert' ? '/alerts' : '/'
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
