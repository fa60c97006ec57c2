// Why a row stands where it stands, in words.
import type { TodayItem } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'
import { currentLocale } from '../../i18n/i18n.ts'
import { useClockWords } from '../../ui/clock/use-clock-words.ts'
import { useNow } from '../../ui/use-now.ts'

export type BecauseTone = 'late' | 'soon' | 'plain'
const tones: Partial<Record<TodayItem['because'][number]['code'], BecauseTone>> = { urgent: 'late', overdue: 'late', 'task-overdue': 'late', 'due-soon': 'soon', legal: 'soon' }

export function useBecause(): (because: TodayItem['because']) => { text: string; tone: BecauseTone }[] {
  const { t } = useTranslation('today')
  const { timeZone } = useMe().organization
  const now = useNow()
  const { duration } = useClockWords()
  const locale = currentLocale() === 'en' ? 'en-GB' : currentLocale()
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long' })
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
  const moment = (at: Date) => (day.format(at) === day.format(now) ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`)
  return (because) =>
    because.map(({ code, at }) => {
      const then = at === null ? now : new Date(at)
      // Time goes on between two answers of the server.
      const passed = then < now && (code === 'due' || code === 'due-soon' || code === 'task-due')
      const said = passed ? (code === 'task-due' ? 'task-overdue' : 'overdue') : code
      return { tone: tones[said] ?? 'plain', text: t(`because.${said}`, { time: duration(Math.abs(then.getTime() - now.getTime())), at: said === 'legal' ? day.format(then) : moment(then) }) }
    })
}
