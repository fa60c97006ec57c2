import { assertFinite, assertPositive, assertShare } from '../amount.ts'
import { assertCount } from '../count.ts'
import { wilson, type Share } from '../wilson.ts'

/**
 * Churn: the share of the customers at the opening of the period who were lost in it; those won since are in neither number.
 * Null when there were none.
 * @throws RangeError unless 0 ≤ lost ≤ opening, both whole, and 0 < confidence < 1.
 */
export function churn({ opening, lost, confidence = 0.95 }: { opening: number, lost: number, confidence?: number }): Share | null {
  assertCount('opening', opening)
  assertCount('lost', lost)
  if (lost > opening) throw new RangeError(`Of ${opening} customers at most as many are lost; it was ${lost}.`)
  return wilson(lost, opening, confidence)
}

/**
 * Average revenue per user: revenue of a period by the mean number of customers in it, in the unit of the revenue. Refunds may
 * make it negative. Null without customers.
 * @throws RangeError unless revenue is finite and the mean number a number from 0.
 */
export function arpu({ revenue, meanCustomers }: { revenue: number, meanCustomers: number }): number | null {
  assertFinite('revenue', revenue)
  if (meanCustomers === 0) return null
  assertPositive('meanCustomers', meanCustomers)
  return revenue / meanCustomers
}

/**
 * Lifetime value: what a customer brings until lost, ARPU · margin / churn, ARPU and churn of the same length of period. Null at a
 * churn of 0: where nobody has left yet, nothing is known of how long they stay.
 * @throws RangeError unless ARPU is finite, and margin and churn are shares from 0 to 1.
 */
export function lifetimeValue({ arpu, margin, churn }: { arpu: number, margin: number, churn: number }): number | null {
  assertFinite('arpu', arpu)
  assertShare('margin', margin)
  assertShare('churn', churn)
  return churn === 0 ? null : arpu * margin / churn
}
