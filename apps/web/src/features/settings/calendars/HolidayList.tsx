// The days off of a stored calendar in a year: public holidays and closed days of its own, as the clocks will count them.
import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { holidaysQuery } from './use-calendars.ts'
import { shortDay } from './when.ts'
import classes from './calendars.module.css'

const thisYear = new Date().getFullYear()

export function HolidayList({ calendarId }: { calendarId: string }) {
  const { t } = useTranslation('times')
  const [year, setYear] = useState(thisYear)
  const days = useQuery({ ...holidaysQuery(calendarId, year), placeholderData: keepPreviousData })
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const
  return (
    <div className={classes.holidays}>
      <div className={classes.year}>
        <h3>{t('holidays.year', { year })}</h3>
        <ActionIcon variant="subtle" color="gray" aria-label={t('holidays.before', { year: year - 1 })} disabled={year <= 1990} onClick={() => setYear(year - 1)}><IconChevronLeft {...icon} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('holidays.after', { year: year + 1 })} disabled={year >= 2099} onClick={() => setYear(year + 1)}><IconChevronRight {...icon} /></ActionIcon>
      </div>
      {days.isPending ? <RowSkeletons rows={4} height={28} /> : days.isError ? <Problem error={days.error} retry={() => void days.refetch()} /> : days.data.items.length === 0 ? <p className={classes.faint}>{t('holidays.noDays')}</p> : (
        <ol className={classes.daysOff}>
          {days.data.items.map(({ on, name }) => <li key={on}><time dateTime={on}>{shortDay(on)}</time> {name || t('exceptions.closed')}</li>)}
        </ol>
      )}
    </div>
  )
}
