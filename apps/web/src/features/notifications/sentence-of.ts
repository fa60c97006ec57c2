// One notice as a sentence, with the tone of its time.
import type { Notification } from '@kontuar/contracts'
import type { TFunction } from 'i18next'

export interface Sayer {
  t: TFunction<'notifications'>
  /** Name of a clock: "First response". */
  clock: (kind: string) => string
  /** An instant in the organization's zone. */
  at: (instant: string) => string
  /** A date without a time, YYYY-MM-DD. */
  on: (date: string) => string
  staff: (id: string) => string | null
  /** Why somebody got a ticket; null: a reason of a newer server. */
  because: (because: unknown) => string | null
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

const reportCodes = ['failed', 'late', 'uncertain', 'bounced', 'nobody'] as const

/** What a newer server tells beyond our words is said in general words, never left empty. */
export function sentenceOf({ kind, detail }: Pick<Notification, 'kind' | 'detail'>, { t, clock, at, on, staff, because }: Sayer): string {
  const due = text(detail['dueAt'])
  const named = text(detail['clock'])
  const time = { clock: named === null ? t('say.deadline') : clock(named), at: due === null ? '' : at(due) }
  switch (kind) {
    case 'assigned': {
      const why = because(detail['because'])
      return why === null ? t('say.assigned') : t('say.assignedBecause', { why })
    }
    case 'mentioned': {
      const by = staff(text(detail['by']) ?? '')
      return by === null ? t('say.mentioned') : t('say.mentionedBy', { name: by })
    }
    case 'customer-answered': return t('say.answered', { count: Math.max(1, number(detail['count'])) })
    case 'sla-warning': return due === null ? t('say.warningPlain') : t('say.warning', time)
    case 'sla-breach': return due === null ? t('say.breachPlain') : t('say.breach', time)
    case 'escalation': return due === null ? t('say.escalationPlain') : t('say.escalation', time)
    case 'legal-reminder': {
      const last = text(detail['lastDay'])
      const day = last === null ? '' : on(last)
      if (detail['what'] === 'passed') return t('say.legalPassed', { day })
      if (detail['what'] === 'internal-passed') return t('say.legalInternal', { day })
      return number(detail['daysLeft']) === 0 ? t('say.legalToday') : t('say.legalLeft', { count: number(detail['daysLeft']), day })
    }
    case 'task-late': {
      const owner = staff(text(detail['ownerId']) ?? '')
      return owner === null ? t('say.taskLate', { at: time.at }) : t('say.taskLateOf', { name: owner, at: time.at })
    }
    case 'alert': {
      if (text(detail['failed']) !== null) return t('say.alertFailed', { name: text(detail['name']) ?? '' })
      const rule = text(detail['ruleName'])
      if (detail['ruleProblem'] === true) return rule === null ? t('say.ruleProblem') : t('say.ruleProblemOf', { name: rule })
      return rule === null ? t('say.alert', { count: Math.max(1, number(detail['count'])) }) : t('say.alertOf', { name: rule })
    }
    case 'recovery': return t(detail['what'] === 'conditions' ? 'say.recoveryConditions' : 'say.recovery')
    case 'report': {
      const report = text(detail['reportName'])
      const code = reportCodes.find((each) => each === detail['code'])
      if (code !== undefined) return report === null ? t(`say.report.${code}`) : t(`say.reportOf.${code}`, { name: report })
      return report === null ? t('say.report') : t('say.reportOf', { name: report })
    }
    case 'task-due': if (detail['what'] === 'reminder') return t('say.reminder')
      return detail['kind'] === 'call-back' ? t('say.callBackDue', { at: time.at }) : t('say.taskDue', { at: time.at })
    case 'given-back': {
      const name = staff(text(detail['staffId']) ?? '') ?? t('say.somebody')
      const count = number(detail['tickets'])
      return detail['code'] === 'away' ? t('say.givenBackAway', { name, count }) : t('say.givenBack', { name, count })
    }
    default: return t('say.other')
  }
}

export const toneOf = ({ kind, detail }: Pick<Notification, 'kind' | 'detail'>): 'late' | 'soon' | 'plain' =>
  kind === 'sla-breach' || kind === 'task-late' || (kind === 'legal-reminder' && detail['what'] === 'passed') ? 'late' : kind === 'sla-warning' || kind === 'legal-reminder' || kind === 'escalation' || kind === 'alert' || kind === 'recovery' || kind === 'report' ? 'soon' : 'plain'
