// What the places are called at which runs, figures and silences were watched, and what their metrics are called and counted in.
import type { Locale, MetricInfo } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { describeMetrics, readCatalogue } from '../../insight/index.ts'

type Why = Record<string, unknown>
const tables: Record<string, string> = { location: 'location', queue: 'queue', team: 'team', staff: 'staff', reason: 'reason', survey: 'survey', customer: 'customer' }
const placeOf = (why: Why) => (typeof why['each'] === 'string' && typeof why['place'] === 'string' && why['place'] !== '' ? { each: why['each'], place: why['place'] } : null)

/** By `each:place`. Channels are called by their key: their words are the interface's. */
export async function readPlaceNames(tx: Tx, whys: readonly Why[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const places = whys.flatMap((why) => placeOf(why) ?? [])
  for (const { each, place } of places) if (each === 'channel') names.set(`${each}:${place}`, place)
  for (const [each, all] of Map.groupBy(places.filter((p) => tables[p.each] !== undefined && isId(p.place)), (p) => p.each)) {
    const rows = await tx.query<{ id: string; name: string }>(`select id, name from ${tables[each]!} where org_id = $1 and id = any ($2)`, [tx.orgId, all.map((p) => p.place)], `alert-places ${each}`)
    for (const { id, name } of rows) names.set(`${each}:${id}`, name)
  }
  return names
}

export function placeNameOf(why: Why, names: ReadonlyMap<string, string>): string | null {
  const found = placeOf(why)
  return found === null ? null : (names.get(`${found.each}:${found.place}`) ?? null)
}

/** Those that are there no more are missing. */
export async function readMetricNames(tx: Tx, whys: readonly Why[], language: Locale): Promise<Map<string, Pick<MetricInfo, 'label' | 'unit'>>> {
  const asked = [...new Set(whys.flatMap((why) => (typeof why['metric'] === 'string' && why['code'] !== 'event' ? [why['metric']] : [])))]
  if (asked.length === 0) return new Map()
  const catalogue = await readCatalogue(tx)
  return new Map((await describeMetrics(tx, asked.filter((name) => catalogue.has(name)), language)).map((m) => [m.name, m]))
}
