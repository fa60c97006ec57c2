import { assertAmount, assertPositive } from '../amount.ts'

/**
 * Days of sales that are outstanding, simple: receivables / credit sales · days. Rises when sales fall, though everybody pays as
 * before. Null without sales.
 * @throws RangeError unless amounts are numbers from 0 and days above 0.
 */
export function dsoSimple({ receivables, creditSales, days }: { receivables: number, creditSales: number, days: number }): number | null {
  assertAmount('receivables', receivables)
  assertAmount('creditSales', creditSales)
  assertPositive('days', days)
  return creditSales === 0 ? null : receivables / creditSales * days
}

/** Credit sales of one month and its days. */
export interface SalesMonth {
  sales: number
  days: number
}

/**
 * The same by counting back: take the newest month's sales off the receivables and add its days, then the month before, the last
 * one pro rata. Follows the seasons. `months` are newest first. Null where the receivables are older than the months that are given:
 * any number would be a guess.
 * @throws RangeError unless amounts are numbers from 0 and days above 0.
 */
export function dsoCountBack({ receivables, months }: { receivables: number, months: readonly SalesMonth[] }): number | null {
  assertAmount('receivables', receivables)
  for (const { sales, days } of months) {
    assertAmount('sales', sales)
    assertPositive('days', days)
  }
  let [left, counted] = [receivables, 0]
  for (const { sales, days } of months) {
    if (left === 0) break
    // A month without sales owes nothing, but its days have passed.
    if (left < sales) return counted + left / sales * days
    left -= sales
    counted += days
  }
  return left > 0 ? null : counted
}
