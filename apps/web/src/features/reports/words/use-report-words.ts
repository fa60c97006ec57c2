// Schedules, recipients and moments of reports as sentences.
import { weekdayName } from '@kontuar/charts'
import type { Because, ReportRecipient, ReportSchedule } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useStaff, useTeams } from '../../../api/desk.ts'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'

const listed = (parts: readonly string[]) => new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(parts)

/** "every week on Monday at 08:00". */
export function useScheduleWords(): (schedule: ReportSchedule | null) => string {
  const { t } = useTranslation('reports')
  const locale = currentLocale()
  return (schedule) => {
    if (schedule === null) return t('schedule.none')
    const { at } = schedule
    switch (schedule.every) {
      case 'day': {
        const days = schedule.days.toSorted((a, b) => a - b)
        return days.length === 7 ? t('schedule.everyDay', { at }) : days.join('') === '12345' ? t('schedule.weekdays', { at }) : t('schedule.days', { days: listed(days.map((day) => weekdayName(day, locale, 'short'))), at })
      }
      case 'week': return t('schedule.week', { day: weekdayName(schedule.day, locale, 'long'), at })
      case 'month': return t('schedule.month', { day: schedule.day, at })
    }
  }
}

/** One recipient in words: a part in the matter, a role, a team, a person or an address. */
export function useRecipientWords(): (recipient: ReportRecipient) => string {
  const { t } = useTranslation('reports')
  const [staff, teams] = [useStaff(), useTeams()]
  return (recipient) => {
    switch (recipient.to) {
      case 'role': return t('to.role', { role: t(`role.${recipient.role}`) })
      case 'team-of': return t('to.team-of', { name: teams.find(({ id }) => id === recipient.teamId)?.name ?? '…' })
      case 'staff': return staff.find(({ id }) => id === recipient.staffId)?.name ?? '…'
      case 'address': return recipient.name === '' ? recipient.email : `${recipient.name} <${recipient.email}>`
      default: return t(`to.${recipient.to}`)
    }
  }
}

/** Why somebody gets a report, in a few words. */
export function useReportBecause(): (because: Because) => string {
  const { t } = useTranslation('reports')
  return ({ code, name }) => {
    if (code === 'role') return t('because.role', { role: name === 'administrator' || name === 'manager' || name === 'agent' || name === 'observer' ? t(`role.${name}`) : (name ?? '') })
    const said = t(`because.${code}`)
    return name === undefined ? said : `${said}: ${name}`
  }
}

/** "Monday 30 November, 08:00" in the zone of whoever reads, which is named where it is not the organization's. */
export function useMoment(): (at: string) => string {
  const { staff, organization } = useMe()
  const locale = currentLocale()
  const timeZone = staff.timeZone ?? organization.timeZone
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', ...(timeZone === organization.timeZone ? {} : { timeZoneName: 'short' }) })
  return (at) => format.format(new Date(at))
}

/** From the first to the last day of a period, whose end is not included. */
export function useDays(): (from: string, to: string) => string {
  const { timeZone } = useMe().organization
  const locale = currentLocale()
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
  return (from, to) => format.formatRange(new Date(from), new Date(Math.max(Date.parse(from), Date.parse(to) - 1000)))
}
