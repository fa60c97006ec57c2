// A length of time as an amount of one unit, as people say it: 90 minutes, 8 hours, 2 days.
export const unitSeconds = { minutes: 60, hours: 3600, days: 86_400 } as const
export type Unit = keyof typeof unitSeconds

/** The largest unit in which it is a whole number. A day of working time has no fixed length, so it is told in hours. */
export function inUnit(seconds: number, units: readonly Unit[]): { amount: number; unit: Unit } {
  const largest = [...units].sort((one, other) => unitSeconds[other] - unitSeconds[one])
  const unit = largest.find((each) => seconds > 0 && seconds % unitSeconds[each] === 0) ?? (seconds === 0 ? units[0]! : largest.at(-1)!)
  return { amount: Math.round((seconds / unitSeconds[unit]) * 100) / 100, unit }
}

export const seconds = (amount: number, unit: Unit): number => Math.round(amount * unitSeconds[unit])
export const unitsOf = (clock: 'business' | 'elapsed'): readonly Unit[] => (clock === 'business' ? ['minutes', 'hours'] : ['minutes', 'hours', 'days'])
