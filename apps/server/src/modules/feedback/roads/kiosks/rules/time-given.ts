// When an answer was given, though the clock of a tablet may stand wrong by hours or years.

/** The way of a request over a bad network is no fault of the clock. */
const honestMs = 60_000

/** A tablet whose clock is right may have asked under an address it was given a little later (a kiosk made anew). */
const earlierMs = 24 * 3_600_000

/**
 * By our clock: the tablet says what its own shows while it sends, and the difference corrects what it noted. Never in the future, and
 * never long before there was this kiosk: then its clock was another one when the answer was given, and the arrival is all we know.
 */
export function timeGiven(at: Date, tabletNow: Date | null, now: Date, kioskMade: Date): Date {
  const wrongBy = tabletNow === null ? 0 : now.getTime() - tabletNow.getTime()
  const wrong = Math.abs(wrongBy) > honestMs
  const corrected = at.getTime() + (wrong ? wrongBy : 0)
  const earliest = kioskMade.getTime() - (wrong || tabletNow === null ? honestMs : earlierMs)
  if (corrected > now.getTime() || corrected < earliest) return now
  return new Date(corrected)
}
