// When an answer was given, though the clock of a tablet may stand wrong by hours or years.

/** The way of a request over a bad network is no fault of the clock. */
const honestMs = 60_000

/**
 * By our clock: the tablet says what its own shows while it sends, and the difference corrects what it noted. Never in the future, and
 * never before there was this kiosk: then its clock was another one when the answer was given, and the arrival is all we know.
 */
export function timeGiven(at: Date, tabletNow: Date | null, now: Date, kioskMade: Date): Date {
  const wrongBy = tabletNow === null ? 0 : now.getTime() - tabletNow.getTime()
  const corrected = at.getTime() + (Math.abs(wrongBy) > honestMs ? wrongBy : 0)
  if (corrected > now.getTime() || corrected < kioskMade.getTime() - honestMs) return now
  return new Date(corrected)
}
