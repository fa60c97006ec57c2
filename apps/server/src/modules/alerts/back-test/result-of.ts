// What a back-test found, as it is kept: ids and figures alone. Names and words are read when somebody looks who may see them.
import type { AlertDeliveryWish, AlertRuleDefinition } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Firing } from '../firing.ts'
import { layBeside, readIncidents, reachMs, type Incident } from './incidents.ts'
import type { PastAlarms } from './past-alarms.ts'
import { whoWouldBeTold } from './who-would-be-told.ts'
import { isOfTicks } from '../rules/definition-parts.ts'

const weekMs = 7 * 86_400_000
const monthDays = 365.25 / 12
const mostItems = 200
const mostIncidents = 500

interface KeptIncident { what: Incident['what']; id: string; at: string; hoursBefore?: number }
export interface KeptResult {
  from: string; to: string; alarms: number; perWeek: number; weeks: { from: string; alarms: number }[]
  items: { at: string; until: string | null; key: string; why: Record<string, unknown>; ticketId: string | null; answerId: string | null; interactionId: string | null }[]
  people: { staffId: string; name: string; perWeek: number; inTheNight: number }[]; incidents: { caught: KeptIncident[]; missed: KeptIncident[] }
  falseAlarms: { perMonth: number | null; method: 'shuffled-days' | 'not-followed-by-anything' | 'none' }; noData: number; noisy: boolean; noisyFor: string | null
  /** Not of those kept before there were any. */
  heardSince?: string | null; leftOut?: number
}

/** @param tx of `db.report` */
export async function resultOf(tx: Tx, definition: AlertRuleDefinition, delivery: AlertDeliveryWish | null, { firings, settled, byChance, heardSince, leftOut }: PastAlarms, from: number, to: number): Promise<KeptResult> {
  const alarms = firings.filter((f) => !f.noData)
  const weeks = Math.max(1, (to - from) / weekMs)
  const months = (to - from) / 86_400_000 / monthDays
  const incidents = await readIncidents(tx, from, to)
  const beside = layBeside(alarms.map((f) => ({ ...f, at: f.at.getTime() })), incidents)
  const { people, noisyFor } = await whoWouldBeTold(tx, alarms, delivery, weeks)
  // Of the last week nothing may have followed yet.
  const vain = alarms.length === 0 ? 0 : layBeside(alarms.filter((f) => f.at.getTime() < to - reachMs).map((f) => ({ ...f, at: f.at.getTime() })), incidents).vain
  return {
    from: iso(from), to: iso(to), alarms: alarms.length, perWeek: alarms.length / weeks, weeks: byWeek(alarms, from, to), items: itemsOf(alarms, settled), people,
    incidents: { caught: beside.caught.slice(-mostIncidents).map(({ incident, hoursBefore }) => ({ ...kept(incident), hoursBefore })), missed: beside.missed.slice(-mostIncidents).map(kept) },
    falseAlarms: byChance !== null ? { perMonth: byChance / months, method: 'shuffled-days' } : isOfTicks(definition) ? { perMonth: null, method: 'none' } : { perMonth: to - reachMs > from ? vain / (months - reachMs / 86_400_000 / monthDays) : null, method: 'not-followed-by-anything' },
    noData: firings.length - alarms.length, noisy: noisyFor !== null, noisyFor, heardSince: heardSince === null ? null : iso(Math.min(heardSince, to)), leftOut,
  }
}

const iso = (at: number) => new Date(at).toISOString()
const kept = ({ what, id, at }: Incident): KeptIncident => ({ what, id, at: iso(at) })

function byWeek(alarms: readonly Firing[], from: number, to: number): KeptResult['weeks'] {
  const weeks = Array.from({ length: Math.ceil((to - from) / weekMs) }, (_, i) => ({ from: iso(from + i * weekMs), alarms: 0 }))
  for (const { at } of alarms) {
    const week = weeks[Math.floor((at.getTime() - from) / weekMs)]
    if (week !== undefined) week.alarms++
  }
  return weeks
}

/** The newest first. */
function itemsOf(alarms: readonly Firing[], settled: PastAlarms['settled']): KeptResult['items'] {
  const ends = Map.groupBy(settled, (s) => s.key)
  return alarms.slice(-mostItems).toReversed().map((f) => ({
    at: f.at.toISOString(), until: ends.get(f.key)?.find((s) => s.at >= f.at)?.at.toISOString() ?? null, key: f.key, why: f.why, ticketId: f.ticketId ?? null, answerId: f.answerId ?? null, interactionId: f.interactionId ?? null,
  }))
}
