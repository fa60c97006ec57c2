// The weekday and hour of a moment as people there read them.
interface ClockFace { weekday: number; hour: number }

const format = new Map<string, Intl.DateTimeFormat>()
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Temporal takes some microseconds for each, Intl less than one; a period has hundreds of thousands. */
export function clockFace(at: number, zone: string): ClockFace {
  let made = format.get(zone)
  if (made === undefined) format.set(zone, made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' }))
  const parts = made.formatToParts(at)
  return { weekday: weekdays.indexOf(parts.find((p) => p.type === 'weekday')!.value) + 1, hour: Number(parts.find((p) => p.type === 'hour')!.value) }
}
