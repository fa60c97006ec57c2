// Diaries in one line each, for tests: "10:00 in", "10:30 reply", "11:00 status open>waiting".
import type { SlaDefinition } from '@kontuar/contracts'
import { businessTime } from '../calendars/business-time.ts'
import type { Category, ClockRules, DerivedClock, Entry, Facts, TicketHistory } from './types.ts'

export const zone = 'Europe/Warsaw'
/** `2026-03-02T10:00` in Warsaw, or an instant with its offset. */
export const at = (local: string): number => (/Z|[+-]\d\d:\d\d$/.test(local) ? Temporal.Instant.from(local).epochMilliseconds : Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds)
export const local = (instant: number | null) => (instant === null ? null : Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: instant % 60_000 === 0 ? 'minute' : 'millisecond' }))

export const facts: Facts = {
  status: 'new', priority: 'normal', queueId: 'q1', reasonId: null, locationId: null, tagIds: [], fields: {}, result: null, mergedIntoId: null, assigneeId: null, channel: 'email', mailboxId: null, language: 'pl', customerTagIds: [],
}
const categories: Record<string, Category> = { new: 'new', open: 'open', waiting: 'waiting', 'waiting-internal': 'waiting', closed: 'closed' }

/** Lines `<local time> in | reply | auto | undone | brought:<ticket> | returned:<ticket> | <field> from>to …`; `>` with nothing beside it is null. The day is taken over from the line before. */
export function diary(lines: readonly string[], begin: Partial<Facts> = {}): TicketHistory {
  let day = '2026-03-02'
  let now: Facts = { ...facts, ...begin }
  const entries = lines.map((line): Entry => {
    const [, date, time, rest] = /^(?:(\d{4}-\d\d-\d\d) )?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[+-]\d\d:\d\d)?) (.*)$/.exec(line)!
    day = date ?? day
    const words = rest!.split(' ')
    const meaning = words.includes('in') ? 'customer' : words.includes('reply') ? 'reply' : null
    const changes: Record<string, [unknown, unknown]> = {}
    words.forEach((word, i) => {
      const change = /^([^>]*)>([^>]*)$/.exec(word)
      if (change) changes[words[i - 1]!] = [change[1] || null, change[2] || null]
    })
    now = { ...now, ...Object.fromEntries(Object.entries(changes).map(([field, [, to]]) => [field, to])) }
    const named = (word: string) => words.find((w) => w.startsWith(`${word}:`))?.slice(word.length + 1)
    const [brought, returned] = [named('brought'), named('returned')]
    return { at: at(`${day}T${time!}`), meaning: brought === undefined ? meaning : 'customer', changes: Object.keys(changes).length === 0 ? null : changes, cancelled: false, ...(brought === undefined ? {} : { brought }), ...(returned === undefined ? {} : { returned }) }
  })
  return { createdAt: entries[0]?.at ?? at('2026-03-02T10:00'), entries, now }
}

export const always = { combinator: 'and', rules: [] }
export const policy = (targets: Partial<SlaDefinition['targets']>, more: Partial<SlaDefinition> = {}): SlaDefinition => ({
  conditions: always, calendarId: null, warnAt: 0.75, pausesIn: ['waiting'], escalations: [],
  targets: { firstResponse: null, nextResponse: null, resolution: null, statuses: {}, ...targets }, ...more,
})
const day = [{ from: '09:00', to: '17:00' }]
export const office = { timeZone: zone, weekly: { 1: day, 2: day, 3: day, 4: day, 5: day }, holidays: { country: 'PL' }, exceptions: [] }

export interface World { policies?: (SlaDefinition & { from?: string; fits?: (f: Facts) => boolean })[]; calendars?: { definition: object; from?: string }[] }

/** One policy and one calendar, each in versions that hold from an instant on. */
export function world({ policies = [], calendars = [{ definition: office }] }: World): ClockRules {
  const policyVersions = policies.map((definition, i) => ({ since: definition.from === undefined ? -Infinity : at(definition.from), fits: definition.fits ?? (() => true), policy: { id: 'p', version: i + 1, name: 'Standard', definition } }))
  const calendarVersions = calendars.map(({ definition, from }, i) => ({ since: from === undefined ? -Infinity : at(from), calendar: { id: 'c', version: i + 1, time: businessTime(definition) } }))
  return {
    policyAt: (f, instant) => policyVersions.findLast((v) => v.since <= instant && v.fits(f))?.policy ?? null,
    calendarAt: (_policy, _facts, instant) => calendarVersions.findLast((v) => v.since <= instant)?.calendar ?? null,
    policyVersion: (_id, version) => policyVersions[version - 1]?.policy ?? null,
    calendarVersion: (_id, version) => calendarVersions[version - 1]?.calendar ?? null,
    categoryOf: (status) => categories[status] ?? 'open',
  }
}

/** `first-response 1 met 10:00 due 12:00 used 1800`: what a table compares. */
export const told = (clock: DerivedClock) => `${clock.kind}${clock.kind === 'first-response' || clock.kind === 'resolution' ? '' : ` ${clock.cycle}`} ${clock.state}${clock.dueAt === null ? '' : ` due ${local(clock.dueAt)}`}${clock.stoppedAt === null ? '' : ` stopped ${local(clock.stoppedAt)}`}${clock.usedSeconds === null ? '' : ` used ${clock.usedSeconds}`}`
