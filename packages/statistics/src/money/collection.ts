import { assertAmount, assertPositive } from '../amount.ts'
import { wilson, type Share } from '../wilson.ts'

/**
 * Collection effectiveness index: of what could be collected in the period, the share that was: (begin + sales - end total) /
 * (begin + sales - end current), where `endCurrent` is what is not yet due at the end. 1 is all. Null where nothing could be collected.
 * @throws RangeError unless amounts are numbers from 0 and endCurrent ≤ endTotal ≤ begin + sales.
 */
export function collectionEffectivenessIndex({ begin, sales, endTotal, endCurrent }: { begin: number, sales: number, endTotal: number, endCurrent: number }): number | null {
  for (const [name, amount] of Object.entries({ begin, sales, endTotal, endCurrent })) assertAmount(name, amount)
  if (endCurrent > endTotal) throw new RangeError(`Of ${endTotal} outstanding at most as much is not yet due; it was ${endCurrent}.`)
  if (endTotal > begin + sales) throw new RangeError(`At most what was there and was sold, ${begin + sales}, is outstanding; it was ${endTotal}.`)
  const collectable = begin + sales - endCurrent
  return collectable === 0 ? null : (begin + sales - endTotal) / collectable
}

export interface Recovery {
  /** How many days after becoming overdue a payment still counts; stands beside the figure. */
  withinDays: number
  /** Of the amount, from 0 to 1; null where nothing was overdue. */
  amount: number | null
  /** Of the invoices; null where none was overdue. */
  count: Share | null
}

/**
 * Of what became overdue (the cohort), what was collected within so many days, by amount and by count. Only cohorts whose days are
 * over; an invoice counts as collected when it was paid in full.
 * @throws RangeError unless amounts are numbers from 0, counts whole, nothing more was collected than overdue, and days above 0.
 */
export function recoveryRate({ overdue, collected, withinDays, confidence = 0.95 }: { overdue: { amount: number, count: number }, collected: { amount: number, count: number }, withinDays: number, confidence?: number }): Recovery {
  assertAmount('overdue', overdue.amount)
  assertAmount('collected', collected.amount)
  assertPositive('withinDays', withinDays)
  if (collected.amount > overdue.amount) throw new RangeError(`Of ${overdue.amount} overdue at most as much is collected; it was ${collected.amount}.`)
  return { withinDays, amount: overdue.amount === 0 ? null : collected.amount / overdue.amount, count: wilson(collected.count, overdue.count, confidence) }
}
