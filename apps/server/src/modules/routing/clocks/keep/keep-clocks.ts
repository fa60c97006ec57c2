/*
 * Brings the stored clocks of some tickets in line with their diaries. Everything that touches clocks goes through here
 * and locks the tickets first, in the order of their ids; that is why two workers never tell the same thing twice.
 * A batch costs a fixed number of statements, however many tickets it has.
 */
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { deriveClocks } from '../derive/derive-clocks.ts'
import { isOver } from '../derive/runs.ts'
import type { ClockRules, DerivedClock } from '../derive/types.ts'
import { takeSteps } from '../firing/take-steps.ts'
import { carryMemory, firstMemory, nextMoment, remember, untold, type Moment } from '../firing/moments.ts'
import { keepLegal } from '../legal/keep-legal.ts'
import { readLegalRows } from '../legal/legal-rows.ts'
import { remindOfTerms } from '../legal/remind.ts'
import { nearestDeadline } from './nearest-deadline.ts'
import { lockHistories, type StoredDue, type TicketState } from './read-histories.ts'
import { readSettings } from './read-settings.ts'
import { rulesOf } from './rules.ts'
import { clockKey, isSame, keptVersions, memoryOf, readStoredClocks, toStored, type StoredClock } from './stored-clocks.ts'
import { movedEvents } from './moved-events.ts'
import { writeClocks, writeDue } from './write-clocks.ts'
import { writeEvents, type DiaryEvent } from './write-events.ts'

export interface Fired { ticket: TicketState; clockId: string; clock: DerivedClock; moment: Moment }

export interface KeepOptions {
  /** Also does what is due to be done: warnings, breaches, escalations, reminders. */
  fire?: boolean
  /** When the settings changed, and not the tickets: whatever deadline moves says so in its ticket. Epoch milliseconds. */
  settingsChangedAt?: number
}

/** Sooner than this the minute sweep may not look again (firing/jobs.ts). */
export const sweptAheadMs = 75_000

/** Answers how much was told. */
export async function keepClocks(tx: Tx, ticketIds: readonly string[], options: KeepOptions = {}): Promise<{ fired: number }> {
  if (ticketIds.length === 0) return { fired: 0 }
  // In this order: what is read stands behind the lock.
  const [tickets, stored, legalRows, settings] = await Promise.all([lockHistories(tx, ticketIds), readStoredClocks(tx, ticketIds), readLegalRows(tx, ticketIds), readSettings(tx)])
  const { now } = settings
  const rules = rulesOf(settings)
  const legal = await keepLegal(tx, tickets, settings, rules, now, legalRows, options.fire ?? false)

  const storedOf = Map.groupBy(stored, (row) => row.ticket_id)
  const kept = tickets.map((ticket) => keepTicket(ticket, storedOf.get(ticket.id) ?? [], rules, now, options))
  const dues = tickets.flatMap((ticket, i) => {
    const due = nearestDeadline(kept[i]!.clocks, legal.clocks.get(ticket.id) ?? null, isOver(ticket.history.now, rules.categoryOf), now)
    return sameDue(due, ticket.due) ? [] : [{ ...due, id: ticket.id }]
  })
  const written = kept.flatMap((k) => k.written)
  const fired = kept.flatMap((k) => k.fired)
  await writeClocks(tx, written, kept.flatMap((k) => k.goneIds))
  await writeDue(tx, dues)
  await writeEvents(tx, kept.flatMap((k) => k.events))
  await takeSteps(tx, fired)
  await remindOfTerms(tx, legal.due)
  for (const { id } of dues) tx.publish({ name: 'routing.clocksChanged', ids: { ticketId: id } })
  for (const ticketId of new Set(kept.flatMap((k, i) => (k.settled ? [tickets[i]!.id] : [])))) tx.publish({ name: 'routing.clocksSettled', ids: { ticketId } })
  enqueueFiring(tx, [...written.map((row) => row.next_fire_at), legal.earliest], now)
  return { fired: fired.length + legal.due.length }
}

interface KeptTicket { clocks: DerivedClock[]; written: StoredClock[]; goneIds: string[]; events: DiaryEvent[]; fired: Fired[]; /** A clock has ended or was missed, or this is no longer so. */ settled: boolean }

function keepTicket(ticket: TicketState, stored: readonly StoredClock[], rules: ClockRules, now: number, options: KeepOptions): KeptTicket {
  const before = new Map(stored.map((row) => [clockKey(row.kind, row.cycle), row]))
  const clocks = deriveClocks(ticket.history, rules, now, (kind, cycle) => keptVersions(before.get(clockKey(kind, cycle))))
  const result: KeptTicket = { clocks, written: [], goneIds: [], events: movedEvents(ticket, before, clocks, options.settingsChangedAt ?? null), fired: [], settled: false }
  for (const clock of clocks) {
    const row = before.get(clockKey(clock.kind, clock.cycle))
    before.delete(clockKey(clock.kind, clock.cycle))
    const id = row?.id ?? newId()
    let memory = row === undefined ? firstMemory(clock, now) : carryMemory(memoryOf(row), rules.policyVersion(row.policy_id, row.policy_version)?.definition.escalations ?? [], clock, now)
    for (const moment of options.fire ? untold(clock, memory) : []) {
      if (moment.at > now) continue
      memory = remember(memory, moment)
      result.fired.push({ ticket, clockId: id, clock, moment })
    }
    const next = toStored(id, ticket.id, clock, memory, nextMoment(clock, memory))
    if (row !== undefined && isSame(row, next)) continue
    result.written.push(next)
    if (isSettled(next) || (row !== undefined && isSettled(row))) result.settled = true
  }
  result.goneIds = [...before.values()].map((row) => row.id)
  if ([...before.values()].some(isSettled)) result.settled = true
  return result
}

const isSettled = (row: StoredClock) => row.stopped_at !== null || row.breached_at !== null

const sameDue = (a: StoredDue, b: StoredDue) => a.at === b.at && a.from === b.from && a.kind === b.kind && a.breaches === b.breaches

/** What comes later than the next sweep looks ahead is left to the sweep: one job a clock would pile up a hundred thousand. */
function enqueueFiring(tx: Tx, instants: readonly (number | null)[], now: number) {
  const soon = instants.filter((at) => at !== null && at < now + sweptAheadMs) as number[]
  for (const at of new Set(soon.map((instant) => Math.max(Math.ceil(instant / 1000) * 1000, now)))) tx.enqueue('routing.fireClocks', {}, { runAt: new Date(at).toISOString() })
}
