import { changeCalendar, type Calendar } from '@kontuar/contracts'
import { Badge, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import { weekSummary } from './calendar-summary.ts'
import { countryName } from './countries.ts'
import { definitionOf } from './use-calendars.ts'
import { weekdayName } from './when.ts'
import classes from '../settings.module.css'

export function CalendarsPage() {
  const { t } = useTranslation('times')
  const named = useNamed()
  const calendars = useQuery(calendarsQuery)
  const patch = usePatch(changeCalendar, queryKeys.calendars)
  const all = calendars.data?.items ?? []
  const nameOf = (calendar: Calendar) => named('calendar', calendar)
  const said = (calendar: Calendar) => {
    const { weekly, timeZone, holidays, exceptions } = definitionOf(calendar)
    return [weekSummary(weekly, (day) => weekdayName(day, 'short')), timeZone, holidays ? t('row.holidays', { country: countryName(holidays.country) }) : t('row.noHolidays'), ...(exceptions.length > 0 ? [t('row.exceptions', { count: exceptions.length })] : [])].join(' · ')
  }
  return (
    <SettingsPage title={t('calendars')} text={t('calendarsText')} action={<Button renderRoot={(props) => <Link to="/settings/calendars/new" {...props} />}>{t('calendar.add')}</Button>}>
      {calendars.isPending ? <RowSkeletons rows={3} height={60} /> : calendars.isError ? <Problem error={calendars.error} retry={() => void calendars.refetch()} /> : (
        <>
          <ul className={classes.list}>
            {all.filter(({ retired }) => !retired).map((calendar) => (
              <li key={calendar.id} className={classes.row}>
                <div className={classes.rowMain}>
                  <div className={classes.rowName}>
                    <Link to="/settings/calendars/$calendarId" params={{ calendarId: calendar.id }}>{nameOf(calendar)}</Link>
                    {calendar.isDefault && <Badge variant="light" color="gray" tt="none">{t('calendar.isDefault')}</Badge>}
                  </div>
                  <div className={classes.rowText}>{said(calendar)}</div>
                </div>
              </li>
            ))}
          </ul>
          <RetiredList items={all.filter(({ retired }) => retired)} idOf={({ id }) => id} nameOf={nameOf} bringBack={(calendar) => patch.mutate({ id: calendar.id, body: { retired: false }, before: { retired: true }, message: t('back', { name: nameOf(calendar) }) })} />
        </>
      )}
    </SettingsPage>
  )
}
