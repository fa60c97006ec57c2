// Facts that wait for the sums. Few: read once for a whole dashboard, and added to each of its questions.
import type { Dimension } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { dimensionColumns, measures, type FactKind, type MeasureName } from '../../facts/measures.ts'
import { noMember } from '../../sums/cells.ts'
import { binOf } from '../../sums/bins.ts'
import { belongs } from '../where/members.ts'
import type { Period } from '../time.ts'
import type { Ask, Bins, Sum } from './ask.ts'

export interface WaitingFact {
  kind: FactKind
  at: number
  weight: number
  measures: Partial<Record<MeasureName, number>>
  /** Members, as the sums call them. */
  members: Record<Dimension, string>
  /** 24·weekday + hour in the organization's zone. */
  heat: number
}

const columns = Object.entries(dimensionColumns).map(([dimension, column]) => `'${dimension}', coalesce(f.${column}::text, '${noMember}')`).join(', ')

/** Each is looked up by its key (offset 0): joined, the planner, who cannot know how few wait just now, would read all facts for them. */
export const readWaiting = (tx: Tx, zone: string): Promise<WaitingFact[]> => tx.query<WaitingFact>(
  `select f.kind, (extract(epoch from f.at) * 1000)::float8 as at, f.weight::integer as weight, f.measures, jsonb_build_object(${columns}) as members, (extract(isodow from f.at at time zone $2) * 24 + extract(hour from f.at at time zone $2))::integer as heat
   from (select fact_id from fact_waiting where org_id = $1) w cross join lateral (select * from fact f where f.org_id = $1 and f.id = w.fact_id offset 0) f`, [tx.orgId, zone], 'waiting-facts')

function* measuredOf(facts: readonly WaitingFact[], { measures: asked, narrowed: { members }, from, to, cut, layout }: Ask, edges: readonly Period[]): Generator<{ measure: MeasureName; member: string; at: number; weight: number; value: number }> {
  const kinds = new Set(asked.map((name) => measures[name].kind))
  const by = cut !== null && 'dimension' in cut ? cut.dimension : null
  for (const fact of facts) {
    if (!kinds.has(fact.kind) || fact.at < from || fact.at >= to || edges.some((edge) => fact.at >= edge.from && fact.at < edge.to)) continue
    if ([...members!].some(([dimension, wanted]) => !belongs(wanted, fact.members[dimension]))) continue
    for (const measure of asked) {
      const value = fact.measures[measure]
      if (value !== undefined) yield { measure, member: by === null ? '' : fact.members[by], at: layout === 'none' ? 0 : layout === 'heat' ? fact.heat : fact.at, weight: fact.weight, value }
    }
  }
}

/** @param edges stretches of time in which facts were read one by one: the waiting ones with them */
export const waitingSums = (facts: readonly WaitingFact[], ask: Ask, edges: readonly Period[]): Sum[] =>
  [...measuredOf(facts, ask, edges)].map(({ measure, member, at, weight, value }) => ({ measure, member, at, n: weight, total: weight * value, squares: weight * value * value }))

export const waitingBins = (facts: readonly WaitingFact[], ask: Ask, edges: readonly Period[]): Bins[] =>
  [...measuredOf(facts, ask, edges)].flatMap(({ measure, member, at, weight, value }) => {
    const bin = binOf(measure, value)
    return bin === null ? [] : [{ measure, member, at, bins: [bin], counts: [weight] }]
  })
