// The diary's sentences about deadlines: warnings, breaches, moves by a changed policy, escalations, terms of law.
import type { Interaction } from '@kontuar/contracts'
import type { TFunction } from 'i18next'
import type { Names } from './event-words.ts'

const kinds = ['first-response', 'next-response', 'resolution', 'status', 'legal', 'legal-internal'] as const
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Null for an event that is not about time. */
export function clockWords({ name, detail }: NonNullable<Interaction['event']>, t: TFunction<'ticket'>, names: Names): string[] | null {
  const kind = kinds.find((each) => each === detail['kind'])
  const what = kind ? t(`clockName.${kind}`) : t('clockName.any')
  const at = (name: string) => {
    const value = text(detail[name])
    return value === null ? null : /^\d{4}-\d{2}-\d{2}$/.test(value) ? names.day(value) : names.instant(value)
  }
  switch (name) {
    case 'sla-warning': {
      const due = at('dueAt') ?? at('to')
      return [due === null ? t('event.slaWarning', { what }) : t('event.slaWarningDue', { what, due })]
    }
    case 'sla-breached': {
      const due = at('dueAt') ?? at('to')
      return [due === null ? t('event.slaBreached', { what }) : t('event.slaBreachedDue', { what, due })]
    }
    case 'sla-moved': {
      const [from, to] = [at('from'), at('to')]
      const moved = from !== null && to !== null ? t('event.slaMoved', { what, from, to }) : to !== null ? t('event.slaBegun', { what, to }) : t('event.slaEnded', { what })
      const policy = text(detail['policy'])
      return policy === null ? [moved] : [moved, t('event.slaPolicy', { policy })]
    }
    case 'escalated': {
      const told = Array.isArray(detail['staffIds']) ? detail['staffIds'].map((id) => names.staff(String(id))).filter((name) => name !== undefined) : []
      const to = text(detail['to'])
      const person = told.length > 0 ? told.join(', ') : to === null ? undefined : names.staff(to)
      switch (detail['act']) {
        case 'notify': return [person ? t('event.escalatedTo', { name: person }) : t('event.escalatedNotify')]
        case 'reassign': return [person ? t('event.escalatedReassign', { name: person }) : t('event.escalatedBack')]
        case 'raise-priority': return [t('event.escalatedPriority')]
        case 'task': return [t('event.escalatedTask')]
        default: return [t('event.escalated')]
      }
    }
    case 'legal-deadline-set': {
      const day = at('lastDay') ?? at('to')
      return [day === null ? t('event.legalSet') : t('event.legalSetDay', { day })]
    }
    case 'legal-deadline-changed': {
      const pair = Array.isArray(detail['lastDay']) ? (detail['lastDay'] as unknown[]).map(String) : [text(detail['from']), text(detail['to'])]
      const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? names.day(value.slice(0, 10)) : null)
      const [from, to] = [day(pair[0]), day(pair[1])]
      const why = text(detail['why'])
      // Of a merge taken back, which had brought it.
      if (from !== null && pair[1] === null) return [t('event.legalGone')]
      return [from !== null && to !== null ? t('event.legalMoved', { from, to }) : t('event.legalCorrected'), ...(why === null ? [] : [t('event.why', { why })])]
    }
    default: return null
  }
}
