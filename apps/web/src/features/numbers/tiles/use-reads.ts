import type { Read } from '@kontuar/charts'
import type { MetricInfo, MetricResult, Tile } from '@kontuar/contracts'
import type { Answers } from '../data/queries.ts'
import { queryKey, tileQueries, type View } from '../search/tile-queries.ts'

export interface TileReads { reads: readonly Read[]; /** What the server says of a part that could not be read. */ problem: { code: string; detail: string; metric: string } | null; /** Not asked yet. */ waiting: boolean }

/** Of the answers of a screen those of one tile, each with its metric. */
export function readsOf(tile: Tile, view: View, answers: Answers | undefined, metrics: ReadonlyMap<string, MetricInfo>, named: (result: MetricResult, by: string) => MetricResult): TileReads {
  const found = tileQueries(tile, view).map((query) => ({ query, answer: answers?.get(queryKey(query)) }))
  const broken = found.flatMap(({ query, answer }) => (answer && 'problem' in answer ? [{ ...answer.problem, metric: query.metric }] : []))
  return {
    reads: found.flatMap(({ query, answer }) => { const metric = metrics.get(query.metric); return answer && !('problem' in answer) && metric ? [{ metric, result: query.by ? named(answer, query.by) : answer }] : [] }),
    problem: broken[0] ?? null, waiting: found.some(({ answer }) => answer === undefined),
  }
}
