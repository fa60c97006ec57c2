// The only way a view leaves the server.
import type { View } from '@kontuar/contracts'
import type { ConditionProblem } from '@kontuar/conditions'
import type { ViewRow } from './queries.ts'

export const presentView = (row: ViewRow, problems: readonly ConditionProblem[]): View => ({
  id: row.id, name: row.name, readyMade: row.ready_made, sharing: row.sharing, ownerId: row.owner_id, position: row.position,
  conditions: { ...row.definition.conditions, rules: [...row.definition.conditions.rules] }, sort: row.definition.sort, columns: row.definition.columns, group: row.definition.group,
  problems: problems.map((p) => p.sentence),
})
