// The filter of a personal report, as the server holds its figures to it (modules/reports/receivers/scopes.ts): the rows behind a number
// are asked with the same. Pure.
import type { Conditions, ReportScope } from '@kontuar/contracts'

/** As many as one condition may list (packages/conditions). */
const mostListed = 200

export function scopeWhere({ by, ids }: ReportScope): Conditions {
  const field = by === 'region' ? 'location' : by
  const lists = Array.from({ length: Math.ceil(ids.length / mostListed) }, (_, index) => ids.slice(index * mostListed, (index + 1) * mostListed))
  return { combinator: 'or', rules: lists.map((value) => ({ field, operator: 'in', value })) }
}
