import type { DayException } from '@kontuar/calendar'
import { ActionIcon, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ShiftsField } from './ShiftsField.tsx'
import { dayText, monthName, yearlyDay } from './when.ts'
import { isDay } from './calendar-problems.ts'
import classes from './calendars.module.css'

interface Props { value: DayException; change: (exception: DayException) => void; remove: () => void; wrongAt: (place: string) => string | undefined }

const yearly = (month: string, day: number | string) => `${month}-${String(day).padStart(2, '0')}`
const nameOf = (exception: DayException) => ('on' in exception ? (isDay(exception.on) ? dayText(exception.on) : exception.on) : isDay(`2024-${exception.every}`) ? yearlyDay(exception.every) : exception.every)

/** One day with hours of its own, or none: a date, or the same day of each year. */
export function ExceptionRow({ value, change, remove, wrongAt }: Props) {
  const { t } = useTranslation('times')
  const { shifts, name } = value
  const rest = { shifts, ...(name === undefined ? {} : { name }) }
  const everyYear = 'every' in value
  const [month = '01', day = '01'] = everyYear ? value.every.split('-') : value.on.slice(5).split('-')
  const wrongDay = wrongAt('') ?? wrongAt('/on') ?? wrongAt('/every')
  const about = name || nameOf(value)
  return (
    <li className={classes.exception}>
      <div className={classes.exceptionDay}>
        <SegmentedControl
          size="xs"
          aria-label={t('exceptions.kind', { about })}
          data={[{ value: 'on', label: t('exceptions.once') }, { value: 'every', label: t('exceptions.yearly') }]}
          value={everyYear ? 'every' : 'on'}
          onChange={(kind) => change(kind === 'every' ? { every: yearly(month, day), ...rest } : { on: `${new Date().getFullYear()}-${yearly(month, day)}`, ...rest })}
        />
        {everyYear ? (
          <span className={classes.yearly}>
            <NumberInput aria-label={t('exceptions.day', { about })} className={classes.dayNumber} min={1} max={31} hideControls allowDecimal={false} value={Number(day)} error={wrongDay !== undefined} onChange={(next) => change({ every: yearly(month, Number(next) || 0), ...rest })} />
            <Select aria-label={t('exceptions.month', { about })} className={classes.month} allowDeselect={false} data={Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1).padStart(2, '0'), label: monthName(index + 1) }))} value={month} onChange={(next) => change({ every: yearly(next ?? month, day), ...rest })} />
          </span>
        ) : (
          <TextInput aria-label={t('exceptions.date', { about })} type="date" className={classes.date} min="1970-01-01" max="2099-12-31" value={value.on} error={wrongDay !== undefined} onChange={(event) => change({ on: event.currentTarget.value, ...rest })} />
        )}
        <TextInput aria-label={t('exceptions.name', { about })} placeholder={t('exceptions.namePlaceholder')} className={classes.exceptionName} maxLength={200} value={name ?? ''} onChange={({ currentTarget }) => change({ ...value, name: currentTarget.value })} />
        <ActionIcon variant="subtle" color="gray" aria-label={t('exceptions.remove', { about })} onClick={remove}><IconTrash size={16} stroke={1.5} aria-hidden /></ActionIcon>
      </div>
      <ShiftsField day={about} value={shifts} change={(next) => change({ ...value, shifts: next })} wrongAt={(place) => wrongAt(`/shifts${place}`)} />
      {wrongDay && <p className={classes.wrong} role="alert">{wrongDay}</p>}
    </li>
  )
}
