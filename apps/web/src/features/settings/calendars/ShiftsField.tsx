// The open hours of one day: several shifts, each from–to. Ending at or before the beginning means the next day.
import type { Shift } from '@kontuar/calendar'
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShiftTime, minutesOf, pastMidnight } from './local-time.ts'
import { TimeField } from './TimeField.tsx'
import classes from './week.module.css'

interface Props {
  /** "Monday": said with every field. */
  day: string
  value: readonly Shift[]
  change: (shifts: Shift[]) => void
  /** What is wrong at a place below this day: "/0/from". */
  wrongAt: (place: string) => string | undefined
  beside?: ReactNode
}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
/** After what is there already, an afternoon; else the usual day. */
function nextShift(shifts: readonly Shift[]): Shift {
  const last = shifts.at(-1)
  if (!last || !isShiftTime(last.to, true) || pastMidnight(last) || minutesOf(last.to) >= 1380) return { from: '09:00', to: '17:00' }
  const from = minutesOf(last.to) + 60
  return { from: clock(from), to: clock(Math.min(from + 240, 1440)) }
}

export function ShiftsField({ day, value, change, wrongAt, beside }: Props) {
  const { t } = useTranslation('times')
  const group = useRef<HTMLDivElement>(null)
  const set = (index: number, part: Partial<Shift>) => change(value.map((shift, each) => (each === index ? { ...shift, ...part } : shift)))
  const remove = (index: number) => {
    change(value.filter((_, each) => each !== index))
    group.current?.querySelector<HTMLElement>('[data-add]')?.focus()
  }
  const problem = wrongAt('')
  const badTime = value.map((_, index) => wrongAt(`/${index}/from`) ?? wrongAt(`/${index}/to`)).find((each) => each !== undefined)
  return (
    <div ref={group} role="group" aria-label={day} className={classes.shifts}>
      {value.length === 0 && <span className={classes.closed}>{t('week.closed')}</span>}
      {value.map((shift, index) => (
        <span key={index} className={classes.shift}>
          <TimeField label={t('week.from', { day })} value={shift.from} change={(from) => set(index, { from })} wrong={wrongAt(`/${index}/from`)} />
          <span aria-hidden>–</span>
          <TimeField label={t('week.to', { day })} end value={shift.to} change={(to) => set(index, { to })} wrong={wrongAt(`/${index}/to`)} />
          {isShiftTime(shift.from, false) && isShiftTime(shift.to, true) && pastMidnight(shift) && <span className={classes.next}>{t('week.nextDay')}</span>}
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('week.removeOf', { day, hours: `${shift.from}–${shift.to}` })} onClick={() => remove(index)}><IconX size={14} stroke={1.5} aria-hidden /></ActionIcon>
        </span>
      ))}
      <span className={classes.acts}>
        <Button data-add variant="subtle" color="gray" size="compact-sm" title={t('week.add')} aria-label={t('week.addOf', { day })} onClick={() => change([...value, nextShift(value)])}><IconPlus size={15} stroke={1.5} aria-hidden /></Button>
        {beside}
      </span>
      {(problem ?? badTime) && <p className={classes.wrong} role="alert">{problem ?? badTime}</p>}
    </div>
  )
}
