// The effect of a change on a metric: reads the four groups from the catalogue and has them judged.
import { addDays, dayIn, type Conditions, type EffectResult, type MetricQuery, type MetricResult, type QueryOf, type getEffect as effectRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { timeZoneOf } from '../../identity/index.ts'
import { getMarkedDay } from '../marks/marked-days.ts'
import { readCatalogue, readMetrics } from '../metrics/index.ts'
import { decideEffect, type Side } from './decide-effect.ts'

type Query = QueryOf<typeof effectRoute>

/** @throws Refusal */
export async function getEffect(tx: Tx, actor: Actor, name: string, query: Query, now = new Date()): Promise<EffectResult> {
  const days = query.days ?? 28
  const mark = query.markedDayId === undefined ? null : await getMarkedDay(tx, query.markedDayId)
  const places = { location: idsOf(query.locationId, 'locationId') ?? mark?.locationIds ?? [], queue: idsOf(query.queueId, 'queueId') ?? mark?.queueIds ?? [] }
  const timeZone = await timeZoneOf(tx)
  const day = dayOf(query.at, timeZone)
  const span = { before: { from: addDays(day, -days), to: day }, after: { from: day, to: addDays(day, days) } }
  const where = whereChanged(places)
  const ask = (period: { from: string; to: string }, narrowed: Conditions | null): MetricQuery => ({ metric: name, ...period, step: 'day', compare: 'none', ...(narrowed === null ? {} : { where: narrowed }) })
  const elsewhere: Conditions | null = where === null ? null : { combinator: 'and', not: true, rules: [where] } as Conditions
  const queries = [ask(span.before, where), ask(span.after, where), ...(elsewhere === null ? [] : [ask(span.before, elsewhere), ask(span.after, elsewhere)])]
  const results = (await readMetrics(tx, actor, queries)).map((result) => {
    if ('problem' in result) throw new Refusal('invalid-input', result.problem.detail)
    return result
  })
  const metric = (await readCatalogue(tx)).get(name)!
  const changed = sideOf(results[0]!, results[1]!)
  const others = elsewhere === null ? null : sideOf(results[2]!, results[3]!)
  // Nobody else had any of it: then there is nothing to compare with.
  const compared = others !== null && others.before.n + others.after.n > 0 ? others : null
  const over = span.after.to <= addDays(dayIn(now, timeZone), 1)
  const decided = decideEffect(metric.form, changed, compared, metric.shownFrom)
  return {
    metric: name, at: results[1]!.from, days, changed: { before: changed.before, after: changed.after }, others: compared === null ? null : { before: compared.before, after: compared.after },
    effect: decided.effect, relative: decided.relative, interval: decided.interval, known: decided.known && over, why: over ? decided.why : 'not-over', method: compared === null ? 'before-and-after' : 'difference-in-differences',
  }
}

const sideOf = (before: MetricResult, after: MetricResult): Side => ({
  before: before.figure, after: after.figure, daysBefore: (before.points ?? []).map((p) => p.figure.value), daysAfter: (after.points ?? []).map((p) => p.figure.value),
})

function whereChanged({ location, queue }: { location: readonly string[]; queue: readonly string[] }): Conditions | null {
  const rules = [...(location.length > 0 ? [{ field: 'location', operator: 'in', value: [...location] }] : []), ...(queue.length > 0 ? [{ field: 'queue', operator: 'in', value: [...queue] }] : [])]
  return rules.length === 0 ? null : { combinator: 'and', rules }
}

function idsOf(given: string | undefined, field: string): string[] | null {
  if (given === undefined) return null
  const ids = [...new Set(given.split(',').map((id) => id.trim()).filter((id) => id !== ''))]
  if (!ids.every(isId)) throw new Refusal('invalid-input', `${field} holds ids, several of them separated by commas.`, { [field]: 'is no id' })
  return ids
}

function dayOf(given: string, timeZone: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(given) ? new Date(`${given}T12:00:00Z`) : new Date(given)
  if (Number.isNaN(at.getTime())) throw new Refusal('invalid-input', 'Say the day of the change as 2026-11-29, or an instant as 2026-11-29T10:00:00Z.', { at: 'is no day' })
  return /^\d{4}-\d\d-\d\d$/.test(given) ? at.toISOString().slice(0, 10) : dayIn(at, timeZone)
}
