import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'
import { currentLocale } from '../../i18n/i18n.ts'
import { exactTime } from '../relative-time.ts'
import { span } from './time-left.ts'

/** Durations and deadlines in words: "1 h 20 min", "1 h 20 min left", "40 min late". */
export function useClockWords() {
  const { t } = useTranslation()
  const { timeZone } = useMe().organization
  const duration = (milliseconds: number): string => {
    const { days, hours, minutes } = span(milliseconds)
    const said = [days > 0 && t('clock.days', { count: days }), hours > 0 && t('clock.hours', { hours }), minutes > 0 && t('clock.minutes', { minutes })].filter(Boolean).join(' ')
    return said || t('clock.minutes', { minutes: 0 })
  }
  /** Working time: a day of it is no calendar day, so it stays in hours. */
  const hours = (milliseconds: number): string => {
    const minutes = Math.round(milliseconds / 60_000)
    return [minutes >= 60 && t('clock.hours', { hours: Math.floor(minutes / 60) }), (minutes % 60 > 0 || minutes === 0) && t('clock.minutes', { minutes: minutes % 60 })].filter(Boolean).join(' ')
  }
  return {
    duration,
    hours,
    left: (due: Date, now: Date): string => (now > due ? t('clock.late', { time: duration(now.getTime() - due.getTime()) }) : t('clock.left', { time: duration(due.getTime() - now.getTime()) })),
    exact: (at: Date): string => exactTime(at, currentLocale(), timeZone),
  }
}
