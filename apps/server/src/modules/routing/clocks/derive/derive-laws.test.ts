// Guards the promise that clocks can be counted anew at any time: what has stopped stays, however the diary grows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveClocks } from './derive-clocks.ts'
import { explainClock } from './explain-clock.ts'
import { at, facts, policy, world } from './history.fixture.ts'
import type { Entry, Facts, TicketHistory } from './types.ts'

const begin = at('2026-03-02T08:00')
const statuses = ['new', 'open', 'waiting', 'waiting-internal', 'closed']
const step = fc.record({
  after: fc.integer({ min: 0, max: 40 * 3_600_000 }),
  what: fc.constantFrom('in', 'reply', 'auto', 'status', 'priority', 'queueId', 'merge'),
  pick: fc.nat({ max: 1000 }),
})

/** The first so many steps of a life, each consistent with the one before. */
function live(steps: readonly { after: number; what: string; pick: number }[]): TicketHistory {
  let now: Facts = { ...facts }
  let time = begin
  const entries: Entry[] = [{ at: begin, meaning: 'customer', changes: null, cancelled: false }]
  const change = (field: keyof Facts, to: unknown): Entry => {
    const entry: Entry = { at: time, meaning: null, changes: { [field]: [now[field], to] }, cancelled: false }
    now = { ...now, [field]: to }
    return entry
  }
  for (const { after, what, pick } of steps) {
    time += after
    if (what === 'in' || what === 'reply' || what === 'auto') entries.push({ at: time, meaning: what === 'in' ? 'customer' : what === 'reply' ? 'reply' : null, changes: null, cancelled: false })
    else if (what === 'status') entries.push(change('status', statuses[pick % statuses.length]))
    else if (what === 'priority') entries.push(change('priority', ['low', 'normal', 'high', 'urgent'][pick % 4]))
    else if (what === 'queueId') entries.push(change('queueId', `q${(pick % 3) + 1}`))
    else entries.push(change('mergedIntoId', pick % 4 === 0 ? 't2' : null))
  }
  return { createdAt: begin, entries, now }
}

const hours = (n: number, clock: 'business' | 'elapsed' = 'business') => ({ seconds: n * 3600, clock, byPriority: { urgent: n * 900 } })
const quick = policy({ firstResponse: hours(2), nextResponse: hours(1, 'elapsed'), resolution: hours(8), statuses: { open: hours(3), 'waiting-internal': hours(5, 'elapsed') } })
const rules = world({ policies: [{ ...quick }, { ...policy({ firstResponse: hours(6), resolution: hours(20, 'elapsed') }), fits: (f: Facts) => f.queueId === 'q2' }, { ...quick, pausesIn: ['waiting-internal'], from: '2026-03-05T12:00' }] })
const key = (c: { kind: string; cycle: number }) => `${c.kind} ${c.cycle}`

test('deriving again later keeps every clock that had stopped; only a resolution may be taken up again, and what a merge had dropped', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), fc.array(step, { maxLength: 15 }), (past, future) => {
    const early = live(past)
    const late = live([...past, ...future])
    const laterOn = new Map(deriveClocks(late, rules, late.entries.at(-1)!.at + 1).map((c) => [key(c), c]))
    const reopened = late.entries.length > early.entries.length
    for (const clock of deriveClocks(early, rules, early.entries.at(-1)!.at)) {
      if (clock.stoppedAt === null || ((clock.kind === 'resolution' || clock.state === 'dropped') && reopened && laterOn.get(key(clock))?.stoppedAt !== clock.stoppedAt)) continue
      expect(laterOn.get(key(clock))).toMatchObject({ state: clock.state, startedAt: clock.startedAt, stoppedAt: clock.stoppedAt, dueAt: clock.dueAt, warnAt: clock.warnAt, usedSeconds: clock.usedSeconds, targetSeconds: clock.targetSeconds, policy: { version: clock.policy.version } })
    }
  }), { numRuns: 300 })
})

test('the time at which one looks changes nothing by itself', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), fc.nat({ max: 10 ** 9 }), (steps, wait) => {
    const history = live(steps)
    // Past the last change of settings, so that only the time differs.
    const now = Math.max(history.entries.at(-1)!.at, at('2026-03-05T12:00'))
    const bare = (clock: object) => ({ ...clock, policy: null, calendar: null, time: null })
    expect(deriveClocks(history, rules, now + wait).map(bare)).toEqual(deriveClocks(history, rules, now).map(bare))
  }))
})

test('at most one response clock is open, and no clock lasts longer than the ticket', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const history = live(steps)
    const clocks = deriveClocks(history, rules, history.entries.at(-1)!.at)
    expect(clocks.filter((c) => c.kind.endsWith('response') && c.stoppedAt === null).length).toBeLessThanOrEqual(1)
    expect(new Set(clocks.map(key)).size).toBe(clocks.length)
    for (const { startedAt, stoppedAt, dueAt, warnAt, state } of clocks) {
      expect(startedAt).toBeGreaterThanOrEqual(begin)
      if (stoppedAt !== null) expect(stoppedAt).toBeGreaterThanOrEqual(startedAt)
      if (dueAt !== null) expect(warnAt).toBeLessThanOrEqual(dueAt)
      if (state === 'running') expect(dueAt).not.toBeNull()
    }
  }))
})

test('an explanation lies end to end from the start, and its counted seconds up to the deadline are the target', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
    const history = live(steps)
    const now = history.entries.at(-1)!.at
    for (const clock of deriveClocks(history, rules, now)) {
      const told = explainClock(clock, now, (status) => status)
      const due = told.findIndex((s) => s.kind === 'due')
      if (clock.dueAt !== null) expect(told.slice(0, due).reduce((sum, s) => sum + s.countedSeconds, 0)).toBe(clock.targetSeconds)
      expect(told.filter((s) => s.from === s.to).reduce((sum, s) => sum + s.countedSeconds, 0)).toBe(0)
      const spans = told.filter((s) => s.from !== s.to)
      expect(told[0]).toMatchObject({ kind: 'started', from: new Date(clock.startedAt).toISOString() })
      spans.forEach((s, i) => { if (i > 0) expect(s.from).toBe(spans[i - 1]!.to) })
    }
  }))
})
