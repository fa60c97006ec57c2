// What follows from conditions, said again in the words of the partial indexes: the planner proves little by itself.
import { fieldsUsed, implies, impliedChoices, topLevelEquals } from '@kontuar/conditions'
import type { Asked } from '../conditions.ts'
import { activeCategories, categories } from '../fields/fixed-choices.ts'
import type { Bind } from './walk.ts'

/** As the partial indexes have it. */
export const stillActive = `t.status_category <> 'closed'`

/** @param categoryOf of each status, when the conditions ask about the status */
export function hintsOf({ group, context }: Asked, categoryOf: ReadonlyMap<string, string>, bind: Bind): string[] {
  const overdue = topLevelEquals(group, 'overdue') === true
  const statuses = fieldsUsed(group).has('status') ? impliedChoices(group, 'status', categoryOf.keys()) : null
  const active = overdue || implies(group, 'statusCategory', activeCategories, categories) || (statuses !== null && [...statuses].every((s) => categoryOf.get(s) !== undefined && categoryOf.get(s) !== 'closed'))
  return [...(active ? [stillActive] : []), ...(overdue ? [`t.due_at <= ${bind(context.now)}::timestamptz`] : [])]
}
