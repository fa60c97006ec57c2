// Times of a shift as people type them, and as the calendar keeps them (HH:MM, 24:00 at the end of a day).

/** "9" → 09:00, "930", "9.30" and "9:3" → 09:30; null when it is no time of a day. 24:00 only where a shift ends. */
export function readTime(typed: string, end = false): string | null {
  const text = typed.trim().replaceAll(/[.,\s-]/g, ':')
  const [, hour, minute] = /^(\d{1,2}):?(\d{0,2})$/.exec(/^\d{3}$/.test(text) ? `0${text}` : text) ?? []
  if (hour === undefined) return null
  const minutes = (minute ?? '').length === 1 ? `${minute}0` : minute === '' ? '00' : minute!
  const read = `${hour.padStart(2, '0')}:${minutes}`
  return isTime(read) || (end && read === '24:00') ? read : null
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
export const isShiftTime = (text: string, end: boolean): boolean => isTime(text) || (end && text === '24:00')
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
/** Ends on the next day. */
export const pastMidnight = ({ from, to }: { from: string; to: string }): boolean => minutesOf(to) <= minutesOf(from)
