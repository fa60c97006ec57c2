// Tickets in a few lines, for tables of rules. Hours of one day in UTC; "2 10:00" is the second day.
import type { Facts, StoryEntry, TicketStory, Turn } from '../../../routing/index.ts'
import { usualSettings } from '../settings/read-settings.ts'
import type { CountingRules } from './counting-rules.ts'
import { factOfTicket } from './fact-of-ticket.ts'
import { ticketFacts } from './ticket-facts.ts'
import type { TicketGround } from './ticket-ground.ts'

export const at = (clock: string): number => {
  const [, day, time] = /^(?:(\d+) )?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(clock)!
  return Date.UTC(2026, 2, Number(day ?? 1)) + (Date.parse(`1970-01-01T${time!.length === 5 ? `${time}:00` : time}Z`))
}
const facts: Facts = { status: 'new', priority: 'normal', queueId: 'q1', reasonId: null, locationId: null, tagIds: [], fields: {}, result: null, mergedIntoId: null, assigneeId: null, channel: 'email', mailboxId: null, language: 'pl', customerTagIds: [] }

export interface Past { /** `clock what`: `10:00 in`, `10:05 status new>closed by ewa`, `10:01 out by jan`. */ lines?: string[]; begin?: Partial<Facts>; created?: string; ground?: Partial<TicketGround>; story?: Partial<TicketStory>; entries?: Partial<StoryEntry>[] }

/** What is written at the minute of creation belongs to its transaction when it says `with`. */
export function groundOf({ lines = [], begin = {}, created = '10:00', ground = {}, story = {}, entries: more = [] }: Past): TicketGround {
  const createdAt = at(created)
  let now: Facts = { ...facts, ...begin }
  const start = now
  const turns: Turn[] = []
  const entries: StoryEntry[] = []
  lines.forEach((line, i) => {
    const [, clock, rest] = /^((?:\d+ )?\d\d:\d\d(?::\d\d(?:\.\d+)?)?) (.*)$/.exec(line)!
    const words = rest!.split(' ')
    const staffId = words.includes('by') ? words[words.indexOf('by') + 1]! : null
    const transaction = words.includes('with') ? 0 : i + 1
    const entry: StoryEntry = { id: `e${i + 1}`, kind: 'event', direction: 'internal', channel: 'email', at: at(clock!), toldAt: at(clock!), transaction, automatic: false, mailClass: 'personal', customerId: 'anna', staffId, byHand: null, cancelled: words.includes('undone'), timing: null, review: null }
    const kind = words.find((w) => ['in', 'out', 'note', 'call', 'robot', 'auto'].includes(w))
    if (kind === 'in' || kind === 'out') Object.assign(entry, { kind: 'message', direction: kind })
    if (kind === 'call') Object.assign(entry, { kind: 'call', direction: 'in', channel: 'phone' })
    if (kind === 'note') entry.kind = 'note'
    if (kind === 'robot') Object.assign(entry, { kind: 'message', direction: 'in', automatic: true, mailClass: 'auto-reply' })
    if (kind === 'auto') Object.assign(entry, { kind: 'message', direction: 'out', automatic: true, mailClass: words.includes('confirming') ? 'auto-reply' : 'personal' })
    const changes = Object.fromEntries(words.flatMap((word, n) => { const change = /^([^>]*)>([^>]*)$/.exec(word); return change ? [[words[n - 1]!, change[2] === '' ? null : change[2]!]] : [] }))
    if (Object.keys(changes).length > 0) {
      const after = { ...now, ...changes }
      turns.push({ at: entry.at, transaction, entryId: entry.id, staffId, before: now, after })
      now = after
    }
    entries.push(entry)
  })
  return {
    newcomer: true, rated: false, complainedBefore: false, readings: new Map(), company: { cameBack: false, followsOne: false, isFollowed: false },
    story: { id: 't', customerId: 'anna', channel: 'email', language: 'pl', createdAt, transaction: 0, beganAt: createdAt, closedAt: null, entries: [...entries, ...more.map((e, i) => ({ ...entries[0]!, id: `m${i + 1}`, ...e }))], begin: start, turns, now, responses: [], clocks: [], complaint: null, ...story },
    ...ground,
  }
}

/** Time passes as business time at half its pace, so that the two are told apart. */
export const rules = (given: Partial<CountingRules> = {}): CountingRules => ({
  now: at('30 00:00'), settingsAt: () => usualSettings, categoryOf: (status) => (status === 'waiting' || status === 'closed' || status === 'new' ? status : 'open'),
  timeIn: () => ({ add: (from, ms) => from + ms * 2, between: (from, to) => (to - from) / 2, steps: () => [] }),
  teamOf: (staffId) => (staffId === null ? null : `team of ${staffId}`), reasonOf: (id) => id, segmentsOf: (fields) => (fields['brand'] === undefined ? null : { brand: fields['brand'] }), ...given,
})

export const factsOf = (past: Past, given: Partial<CountingRules> = {}) => ticketFacts(groundOf(past), rules(given))
export const factMaker = (past: Past) => factOfTicket(groundOf(past), rules())
const clock = (instant: number) => { const d = new Date(instant); return `${d.getUTCDate() === 1 ? '' : `${d.getUTCDate()} `}${d.toISOString().slice(11, 16)}` }
/** `ticket-closed 10:30 q1 ewa closed=1`. */
export const told = (past: Past, kinds: readonly string[], given: Partial<CountingRules> = {}) => factsOf(past, given).filter((f) => kinds.includes(f.kind)).toSorted((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1))
  .map((f) => [f.kind, clock(f.at), f.queueId, f.staffId ?? 'nobody', ...Object.entries(f.measures).map(([name, value]) => `${name}=${value}`)].join(' '))
