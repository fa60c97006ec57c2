/*
 * What goes wrong again and again: the causes of the loops opened in a period beside those of the same length before it; how much more or
 * less, and whether that is more than chance; what the customers said, what came back, where, and what was done. Mistaken ones are none.
 */
import type { ErrorReview, MetricFigure, QueryOf, reviewErrors as reviewRoute } from '@kontuar/contracts'
import { differenceOfShares, wilson } from '@kontuar/statistics'
import { shapeName } from '../../../platform/db/shape-name.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { timeZoneOf } from '../../identity/index.ts'
import { seenRecoveries, type Reader } from '../reading/seen-recoveries.ts'

interface Row { cause_id: string | null; cause_name: string | null; n: number; before: number; answered: number; recovered: number; solved: number; came_back: number; locations: ErrorReview['causes'][number]['locations']; remedies: ErrorReview['causes'][number]['remedies'] }
/** Of fewer a share tells of persons, not of a cause. */
const few = 5
const mostLocations = 10
const mostRemedies = 5
const longestDays = 731
const usualDays = 30

export async function reviewErrors(tx: Tx, reader: Reader, query: QueryOf<typeof reviewRoute>): Promise<ErrorReview> {
  const { from, to, before } = await periodOf(tx, query)
  const values: unknown[] = [tx.orgId, from, to, before]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = ["r.org_id = $1 and r.opened_at >= $4 and r.opened_at < $3 and r.closed_as is distinct from 'mistaken'"]
  for (const [given, column] of [[query.locationId, 'location_id'], [query.teamId, 'team_id']] as const) {
    if (given === undefined) continue
    if (!isId(given)) throw new Refusal('invalid-input', 'There is no such place: choose one of the list, or leave it out.', { [column === 'location_id' ? 'locationId' : 'teamId']: 'is unknown' })
    where.push(`r.${column} = ${bind(given)}`)
  }
  where.push(seenRecoveries(reader, bind))
  const text = `with seen as (select r.cause_id, r.location_id, r.remedy, r.closed_at, r.closed_as, r.recovered, r.came_back_at, r.opened_at >= $2 as now from recovery r where ${where.join(' and ')})
    select s.cause_id, k.name as cause_name, count(*) filter (where s.now)::int as n, count(*) filter (where not s.now)::int as before, count(*) filter (where s.now and s.recovered is not null)::int as answered, count(*) filter (where s.now and s.recovered)::int as recovered,
      count(*) filter (where s.now and s.closed_as = 'solved')::int as solved, count(*) filter (where s.now and s.closed_as = 'solved' and s.came_back_at is not null)::int as came_back,
      coalesce((select json_agg(json_build_object('id', x.id, 'name', x.name, 'n', x.n) order by x.n desc, x.name) from (select l.id, l.name, count(*)::int as n from seen z join location l on l.org_id = $1 and l.id = z.location_id where z.now and z.cause_id is not distinct from s.cause_id group by l.id, l.name order by 3 desc, 2 limit ${mostLocations}) x), '[]') as locations,
      coalesce((select json_agg(json_build_object('text', x.text, 'n', x.n) order by x.n desc, x.text) from (select min(z.remedy) as text, count(*)::int as n from seen z where z.now and z.remedy <> '' and z.cause_id is not distinct from s.cause_id group by lower(z.remedy) order by 2 desc, 1 limit ${mostRemedies}) x), '[]') as remedies
    from seen s left join cause k on k.org_id = $1 and k.id = s.cause_id group by s.cause_id, k.name order by n desc, k.name`
  const rows = await tx.query<Row>(text, values, shapeName('error-review', text))
  const [all, allBefore] = [rows.reduce((sum, r) => sum + r.n, 0), rows.reduce((sum, r) => sum + r.before, 0)]
  return {
    from: from.toISOString(), to: to.toISOString(), closed: await closedIn(tx, where.join(' and '), values), withoutCause: rows.find((r) => r.cause_id === null)?.n ?? 0,
    causes: rows.filter((r) => r.cause_id !== null).map((r) => ({
      cause: { id: r.cause_id!, name: r.cause_name! }, n: r.n, share: shareOf(r.n, all), before: r.before, ...changeOf({ successes: r.n, n: all }, { successes: r.before, n: allBefore }),
      recovered: shareOf(r.recovered, r.answered), cameBack: shareOf(r.came_back, r.solved), locations: r.locations, remedies: r.remedies,
    })),
  }
}

const closedIn = async (tx: Tx, where: string, values: unknown[]): Promise<number> => {
  const text = `select count(*)::int as n from recovery r where ${where} and r.opened_at >= $2 and r.closed_at is not null`
  return (await tx.query<{ n: number }>(text, values, shapeName('closed-recoveries', text)))[0]!.n
}

function shareOf(numerator: number, n: number): MetricFigure {
  const share = wilson(numerator, n)
  return { value: share?.share ?? null, interval: share === null ? null : { low: share.low, high: share.high }, n, shown: n >= few, parts: { numerator, denominator: n } }
}

/** Shares, so that a busier month alone makes no cause worse. */
function changeOf(now: { successes: number; n: number }, before: { successes: number; n: number }): { change: number | null; real: boolean } {
  const difference = differenceOfShares(before, now)
  return { change: difference?.difference ?? null, real: difference?.real ?? false }
}

async function periodOf(tx: Tx, { from, to }: { from?: string; to?: string }): Promise<{ from: Date; to: Date; before: Date }> {
  const zone = await timeZoneOf(tx)
  const end = to === undefined ? Date.now() : momentOf(to, 'to', zone)
  const begin = from === undefined ? end - usualDays * 86_400_000 : momentOf(from, 'from', zone)
  if (end <= begin) throw new Refusal('invalid-input', 'The period ends before it begins: choose a later end.', { to: 'is not after from' })
  if (end - begin > longestDays * 86_400_000) throw new Refusal('invalid-input', 'That is more than two years: choose a shorter period.', { to: 'is too far from from' })
  return { from: new Date(begin), to: new Date(end), before: new Date(begin - (end - begin)) }
}

/** A day begins in the organization's zone. */
function momentOf(given: string, field: string, timeZone: string): number {
  try {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(given) ? Temporal.PlainDate.from(given).toZonedDateTime({ timeZone }).epochMilliseconds : Temporal.Instant.from(given).epochMilliseconds
    if (at < Date.UTC(1970, 0) || at > Date.UTC(9000, 0)) throw new RangeError('far away')
    return at
  } catch {
    throw new Refusal('invalid-input', 'This is no day and no instant: write 2026-11-30, or 2026-11-30T08:00:00Z.', { [field]: 'is no time' })
  }
}
