import { Checkbox } from '@mantine/core'
import { currentLocale } from '../../../i18n/i18n.ts'
import classes from './settings.module.css'

const week = [1, 2, 3, 4, 5, 6, 7] as const
/** 5 January 2026 was a Monday. */
const nameOf = (day: number, weekday: 'short' | 'long') => new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), { weekday, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 4 + day)))

/** Days of the week, Monday is 1. */
export function DaysField({ label, value, change, error }: { label: string; value: readonly number[]; change: (days: number[]) => void; error?: string | undefined }) {
  return (
    <fieldset className={classes.days}>
      <legend>{label}</legend>
      <div className={classes.week}>
        {week.map((day) => (
          <Checkbox key={day} size="xs" label={nameOf(day, 'short')} aria-label={nameOf(day, 'long')} checked={value.includes(day)} onChange={(event) => change(event.currentTarget.checked ? [...value, day].toSorted() : value.filter((each) => each !== day))} />
        ))}
      </div>
      {error && <p className={classes.error} role="alert">{error}</p>}
    </fieldset>
  )
}
