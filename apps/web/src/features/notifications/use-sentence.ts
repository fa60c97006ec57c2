import type { Notification } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../../api/desk.ts'
import { useMe } from '../../api/me.ts'
import { currentLocale } from '../../i18n/i18n.ts'
import { becauseWords } from '../tickets/ticket/panel/index.ts'
import { sentenceOf } from './sentence-of.ts'

const clocks = ['first-response', 'next-response', 'resolution', 'status', 'legal', 'legal-internal'] as const

export function useSentence(): (notice: Notification) => string {
  const { t } = useTranslation('notifications')
  const { t: tTicket } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const { timeZone } = useMe().organization
  const staff = useStaff()
  const locale = currentLocale() === 'en' ? 'en-GB' : currentLocale()
  const moment = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const clockTime = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const dayOf = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' })
  return (notice) => sentenceOf(notice, {
    t,
    clock: (kind) => {
      const known = clocks.find((each) => each === kind)
      return known ? tCommon(`clock.kind.${known}`) : t('say.deadline')
    },
    at: (instant) => (Number.isNaN(Date.parse(instant)) ? '' : (dayOf(new Date(instant)) === dayOf(new Date()) ? clockTime : moment).format(new Date(instant))),
    on: (date) => (Number.isNaN(Date.parse(date)) ? '' : day.format(new Date(date))),
    staff: (id) => staff.find((each) => each.id === id)?.name ?? null,
    because: (because) => becauseWords(because, tTicket),
  })
}
