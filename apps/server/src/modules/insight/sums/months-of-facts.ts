import type { Tx } from '../../../platform/db/database.ts'
import { measures, type FactKind } from '../facts/measures.ts'

export const factKinds: readonly FactKind[] = [...new Set(Object.values(measures).map((m) => m.kind))]

/** The months, in the zone, from that of the first fact to that of the last one. */
export const monthsOfFacts = (tx: Tx, zone: string): Promise<{ from: Date; to: Date }[]> => tx.query<{ from: Date; to: Date }>(
  `with span as (select min(first) as first, max(last) as last from (
      select (select at from fact f where f.org_id = $1 and f.kind = k order by at limit 1) as first, (select at from fact f where f.org_id = $1 and f.kind = k order by at desc limit 1) as last
      from unnest($3::text[]) k) s)
   select m at time zone $2 as from, (m + interval '1 month') at time zone $2 as to
   from span cross join lateral generate_series(date_trunc('month', first at time zone $2), date_trunc('month', last at time zone $2), interval '1 month') m order by 1`, [tx.orgId, zone, factKinds], 'months-of-facts')
