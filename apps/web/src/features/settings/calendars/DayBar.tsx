import type { Shift } from '@kontuar/calendar'
import { isShiftTime, minutesOf, pastMidnight } from './local-time.ts'
import classes from './week.module.css'

/** The day as a bar of 24 hours; what runs in from the day before is there too. Only a picture of what the fields say. */
export function DayBar({ shifts, before }: { shifts: readonly Shift[]; before: readonly Shift[] }) {
  const good = (shift: Shift) => isShiftTime(shift.from, false) && isShiftTime(shift.to, true)
  const spans = [
    ...before.filter((shift) => good(shift) && pastMidnight(shift)).map(({ to }) => [0, minutesOf(to)] as const),
    ...shifts.filter(good).map((shift) => [minutesOf(shift.from), pastMidnight(shift) ? 1440 : minutesOf(shift.to)] as const),
  ]
  return (
    <span className={classes.bar} aria-hidden>
      {spans.map(([from, to], index) => <span key={index} style={{ left: `${from / 14.4}%`, width: `${(to - from) / 14.4}%` }} />)}
    </span>
  )
}
