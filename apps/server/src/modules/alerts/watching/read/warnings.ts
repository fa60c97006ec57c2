// Warnings as rules see them. `foundAt` is when it was raised: what it speaks of began before.
import type { WarningKind } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isNothing, msOf, whichName, whichSql, whichValues, type Which } from './which.ts'

export interface FoundWarning { id: string; kind: WarningKind; key: string; locationId: string | null; foundAt: number; overAt: number | null; actedUpon: boolean; expected: number | null; came: number | null; n: number | null; p: number | null; metric: string | null; /** What alone it is about, where it is: a reason. */ subject: { kind: string; id: string } | null }

export async function readWarnings(tx: Tx, which: Which): Promise<FoundWarning[]> {
  if (isNothing(which)) return []
  return tx.query<FoundWarning>(
    `select w.id, w.kind, w.key, w.location_id as "locationId", ${msOf('w.created_at')} as "foundAt", case when w.state = 'over' then ${msOf('w.closed_at')} end as "overAt", w.task_id is not null or coalesce(w.closed_reason = 'already-handled', false) as "actedUpon",
       (w.facts->>'expected')::float8 as expected, (w.facts->>'came')::float8 as came, (w.facts->>'n')::float8 as n, (w.facts->>'p')::float8 as p, w.facts->'rows'->>'metric' as metric,
       case when jsonb_typeof(w.facts->'subject') = 'object' then w.facts->'subject' end as subject
     from warning w where w.org_id = $1 and ${whichSql(which, 'w.id', 'w.created_at')} order by w.created_at, w.id`, [tx.orgId, ...whichValues(which)], `alert-warnings-${whichName(which)}`)
}
