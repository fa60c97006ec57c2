/*
 * Minors are not asked unless a touchpoint says so. In Poland one is of age at eighteen (Kodeks cywilny, Art. 10 § 1), reached when the
 * birthday begins (Art. 112, second sentence); born on 29 February, on 28 February of a year without that day (Art. 112, first sentence).
 * A marriage at sixteen (Art. 10 § 2) is not known to us: asking nobody is the safe side.
 */
export interface Age { minor: boolean; /** YYYY-MM-DD */ bornOn: string | null }

const ofAge = 18

/** @param on the day of the asking where the organization is, YYYY-MM-DD */
export function isMinor({ minor, bornOn }: Age, on: string): boolean {
  // Who is known to be of age by their birthday is so, though nobody took the mark away.
  if (bornOn === null) return minor
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(on), Temporal.PlainDate.from(bornOn).add({ years: ofAge })) < 0
}
