// Days off in Poland and the end of a term of days, written out anew from the law, so that a story does not ask the
// program about itself. Civil Code art. 111 § 2 (the day of the event does not count) and art. 115 (a term that would end on
// a day off or a Saturday ends on the next day that is neither); the Act of 18 January 1951 on days off.
const fixed = new Set(['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26'])

/** Sunday of Easter, by the anonymous Gregorian computus. */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100, d = Math.floor(b / 4), e = b % 4
  const g = Math.floor((8 * b + 13) / 25), h = (19 * a + b - d - g + 15) % 30, i = Math.floor(c / 4), k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7, m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return Temporal.PlainDate.from({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 })
}

export function isPublicHoliday(day: Temporal.PlainDate): boolean {
  const sinceEaster = easter(day.year).until(day).days
  return fixed.has(day.toString().slice(5)) || [0, 1, 49, 60].includes(sinceEaster)
    // Christmas Eve since 2025.
    || (day.year >= 2025 && day.month === 12 && day.day === 24)
}
const isOff = (day: Temporal.PlainDate) => day.dayOfWeek >= 6 || isPublicHoliday(day)

/** @param days length of the term @returns its last day */
export function endOfTerm(receivedOn: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let end = receivedOn.add({ days })
  while (isOff(end)) end = end.add({ days: 1 })
  return end
}

/** The latest day up to yesterday from which so many days lead to a day like this. */
export function latestBefore(today: Temporal.PlainDate, days: number, like: (end: Temporal.PlainDate) => boolean): Temporal.PlainDate {
  let day = today.subtract({ days: 1 })
  while (!like(day.add({ days }))) day = day.subtract({ days: 1 })
  return day
}
