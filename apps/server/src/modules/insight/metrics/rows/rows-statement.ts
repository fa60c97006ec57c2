// The facts a figure is made of, newest first: as many as its n.
import { toSql, type Bind, type ConditionGroup } from '@kontuar/conditions'
import { measuresBelow, measuresOf, type Metric } from '../../catalogue/metric.ts'
import { measures, type MeasureName } from '../../facts/measures.ts'
import { isZeroOrOne } from '../figures/figure.ts'
import { valuedMeasures, type Parts } from '../narrow.ts'
import type { Reading } from '../sources/reading.ts'
import type { Narrowed } from '../sources/ask.ts'
import type { Period } from '../time.ts'
import { valueSql } from '../where/fields.ts'

export interface RowsAsked {
  parts: Parts
  period: Period
  /** Only those in the numerator, or only the others. */
  counted: boolean | undefined
  /** Microseconds since 1970 and id of the last row of the page before. */
  after: readonly [string, string] | null
  limit: number
}

const columns = 'f.id, f.kind, f.at, f.measures, f.ticket_id, f.interaction_id, f.answer_id, f.customer_id, f.staff_id, f.queue_id, f.location_id, f.reason_id, f.channel'

export function rowsStatement(reading: Reading, metric: Metric, asked: RowsAsked): { text: string; values: unknown[] } {
  const values: unknown[] = [reading.tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const sql = (group: ConditionGroup | null, { fields }: Narrowed) => (group === null ? 'true' : `(${toSql(group, fields, { bind, context: { now: reading.now, timeZone: reading.zone, me: reading.asker.staffId } })}) is true`)
  const below = asked.parts.at(-1)!.narrowed
  const from = metric.form.form === 'level' ? openStays(reading, asked.period.to, sql(below.group, below), bind) : facts(metric, asked.period, sql(below.group, below), bind)
  const counted = countedSql(metric, asked.parts, sql)
  const only = asked.counted === undefined ? '' : ` and (${counted}) is ${asked.counted ? 'true' : 'not true'}`
  const after = asked.after === null ? '' : ` and (f.at, f.id) < (timestamptz 'epoch' + ${bind(asked.after[0])}::bigint * interval '1 microsecond', ${bind(asked.after[1])}::uuid)`
  return {
    text: `select ${columns}, (${counted}) is true as counted, ${valueSql(valuedMeasures(metric))} as value, (extract(epoch from f.at) * 1000000)::bigint::text as sort_key from ${from}${only}${after} order by f.at desc, f.id desc limit ${bind(asked.limit + 1)}`, values,
  }
}

/** Not taken back. A retraction bears the dimensions of what it retracts, so whoever sees the one sees the other. */
const standing = 'f.weight = 1 and not exists (select from fact r where r.org_id = f.org_id and r.retracts = f.id)'

function facts(metric: Metric, { from, to }: Period, where: string, bind: Bind): string {
  const carried = measuresBelow(metric)
  const kinds = [...new Set(carried.map((name) => measures[name].kind))]
  // One kind is walked in the order of the page by its index; of several all are sorted.
  const ofKinds = kinds.length === 1 ? `f.kind = ${bind(kinds[0])}` : `f.kind = any (${bind(kinds)})`
  const ones = metric.form.form === 'sum' && isZeroOrOne(carried) ? ` and (${carried.map((name) => `${value(name)} > 0`).join(' or ')})` : ''
  return `fact f where f.org_id = $1 and ${ofKinds} and f.at >= ${bind(at(from))} and f.at < ${bind(at(to))} and f.measures ?| ${bind(carried)}${ones} and ${where} and ${standing}`
}

const at = (epoch: number) => new Date(epoch).toISOString()
const value = (name: MeasureName) => `(f.measures ->> '${name}')::float8`

/**
 * Stays that had begun and not ended at an instant: of each ticket the latest that entered, as many as entered more than left. Whoever sees
 * everything is spared the stays of tickets closed long before; the day between allows for facts that are still to come.
 */
function openStays(reading: Reading, to: number, where: string, bind: Bind): string {
  const spared = reading.asker.restricted ? '' : ` and not exists (select from ticket t where t.org_id = f.org_id and t.id = f.ticket_id and t.status_category = 'closed' and t.closed_at < ${bind(at(Math.min(to, reading.now.getTime()) - 86_400_000))})`
  return `(select e.*, row_number() over (partition by e.subject_id order by e.at desc, e.id desc) as nth, n.open
      from (select f.* from fact f where f.org_id = $1 and f.kind = 'stay-entered' and f.at < ${bind(at(to))} and f.measures ? 'entered'${spared} and ${where} and ${standing}) e
      join (select f.subject_id, sum(case when f.kind = 'stay-entered' then f.weight else -f.weight end) as open from fact f where f.org_id = $1 and f.kind = any ('{stay-entered,stay-left}') and f.at < ${bind(at(to))}${spared} and ${where} group by 1) n
        on n.subject_id = e.subject_id) f where f.nth <= f.open`
}

/** SQL: whether a row is in the numerator. Without one every row is. */
function countedSql(metric: Metric, parts: Parts, sql: (group: ConditionGroup | null, narrowed: Narrowed) => string): string {
  const { form } = metric
  const of = measuresOf(metric)
  const sum = (names: readonly MeasureName[]) => names.map((name) => `coalesce(${value(name)}, 0)`).join(' + ')
  // The numerator asks for more than the denominator.
  const own = parts.length === 2 ? ` and ${sql(parts[0].narrowed.group, parts[0].narrowed)}` : ''
  switch (form.form) {
    case 'share': return `${sum(of)} ${form.complement === true ? '= 0' : '> 0'}`
    case 'parts': return `${sum(of)}${form.less === undefined ? '' : ` - (${sum(form.less as MeasureName[])})`} ${form.complement === true ? '= 0' : '> 0'}${own}`
    case 'nps': return `f.measures ? 'promoter'`
    case 'ratio': return `${sum(of)} > 0${own}`
    default: return 'true'
  }
}
