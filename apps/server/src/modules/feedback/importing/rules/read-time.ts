/*
 * When an answer was given. 03.04.2026 is 3 April everywhere; 03/04/2026 is 3 April in Warsaw and 4 March in Boston, and nothing in the
 * cell says which. So the whole column is looked at: one date that fits one way alone decides for all, since one tool wrote them; where
 * none does, whoever imports must say. Never guessed.
 */
export type DayOrder = 'day-first' | 'month-first'
export type ColumnOrder = DayOrder | 'ambiguous' | 'mixed' | 'plain'

const time = String.raw`(?:[T ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?)?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'i')
const dotted = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})${time}$`, 'i')
const slashed = new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})${time}$`, 'i')

/** `plain`: no date of the column leaves it open. */
export function orderOf(cells: Iterable<string>): ColumnOrder {
  let [open, day, month] = [false, false, false]
  for (const cell of cells) {
    const parts = slashed.exec(cell.trim())
    if (parts === null) continue
    open = true
    if (Number(parts[1]) > 12) day = true
    if (Number(parts[2]) > 12) month = true
  }
  if (!open) return 'plain'
  return day && month ? 'mixed' : day ? 'day-first' : month ? 'month-first' : 'ambiguous'
}

type ReadTime = { at: Date } | { problem: string }
const none = (cell: string): ReadTime => ({ problem: `"${cell.slice(0, 60).toWellFormed()}" is no time: write 2026-03-14 15:09, 14.03.2026 15:09 or 3/14/2026 3:09 PM.` })

/** Without a time of the day it is its beginning. In the hour that autumn has twice, the first. */
export function readTime(given: string, { order, timeZone }: { order: DayOrder | null; timeZone: string }): ReadTime {
  const cell = given.trim()
  if (cell === '') return { problem: 'There is no time.' }
  const found = dateOf(cell, order)
  if ('problem' in found) return found
  const [hourText, minute = '0', second = '0', half, offset] = found.rest
  const hour = hourOf(Number(hourText ?? 0), half)
  if (hour === null) return none(cell)
  try {
    const local = Temporal.PlainDateTime.from({ ...found.date, hour, minute: Number(minute), second: Number(second) }, { overflow: 'reject' })
    if (local.year < 1990) return { problem: `The year ${local.year} is too long ago: check the date.` }
    return { at: new Date(local.toZonedDateTime(offset === undefined ? timeZone : zoneOf(offset)).epochMilliseconds) }
  } catch {
    return { problem: `"${cell.slice(0, 60).toWellFormed()}" is no time that exists: check day, month and hour.` }
  }
}

type Found = { date: { year: number; month: number; day: number }; rest: (string | undefined)[] } | { problem: string }

function dateOf(cell: string, order: DayOrder | null): Found {
  const date = (year: string, month: string, day: string) => ({ year: year.length === 2 ? 2000 + Number(year) : Number(year), month: Number(month), day: Number(day) })
  const iso = yearFirst.exec(cell)
  if (iso !== null) return { date: date(iso[1]!, iso[2]!, iso[3]!), rest: iso.slice(4) }
  const dots = dotted.exec(cell)
  if (dots !== null) return { date: date(dots[3]!, dots[2]!, dots[1]!), rest: dots.slice(4) }
  const slashes = slashed.exec(cell)
  if (slashes === null) return none(cell) as { problem: string }
  if (order === null) return { problem: `"${cell.slice(0, 60).toWellFormed()}" may have its day or its month first: say which.` }
  const [month, day] = order === 'month-first' ? [slashes[1]!, slashes[2]!] : [slashes[2]!, slashes[1]!]
  return { date: date(slashes[3]!, month, day), rest: slashes.slice(4) }
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
}

function zoneOf(offset: string): string {
  const parts = /([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(offset)
  return parts === null ? 'UTC' : `${parts[1]}${parts[2]!.padStart(2, '0')}:${parts[3] ?? '00'}`
}
