// Four hundred invented days of the salon as facts, in the measures of the server: what comes in by weekday and hour, what became of it,
// and how it was rated. Always the same, so that pictures can be compared; made once for all invented servers of a run.
import type { Dimension } from '@kontuar/contracts'
import { random } from '../feedback-data.ts'

export interface InventedFact {
  id: string; kind: string; at: number; ticket: number | null
  /** In Europe/Warsaw. */
  day: number; weekday: number; hour: number
  of: Readonly<Partial<Record<Dimension, string>>>
  segments: Readonly<Record<string, string>>
  measures: Readonly<Record<string, number>>
}
export const day = 86_400_000
const hourMs = 3_600_000
const days = 420
const offsets = new Map<number, number>()
/** Winter or summer time, asked for once an hour. */
function offsetAt(at: number): number {
  const hour = Math.floor(at / hourMs)
  const known = offsets.get(hour) ?? Date.parse(`${new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'short' }).format(hour * hourMs).replace(' ', 'T')}:00Z`) - hour * hourMs
  offsets.set(hour, known)
  return known
}
export const localDay = (at: number): number => Math.floor((at + offsetAt(at)) / day)
/** The instant at which a local day begins. */
export function dayBegins(local: number): number {
  const guess = local * day - offsetAt(local * day)
  return local * day - offsetAt(guess)
}

const pick = <T>(chance: number, ...weighted: readonly (readonly [T, number])[]): T => {
  let left = chance * weighted.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [each, weight] of weighted) if ((left -= weight) <= 0) return each
  return weighted.at(-1)![0]
}
/** How much happens, Monday first; by hour of the day. */
const weekdays = [1.25, 1.05, 1, 1.05, 1.2, 0.7, 0.12]
const hours = [0, 0, 0, 0, 0, 0, 0.1, 0.4, 1, 1.5, 1.7, 1.5, 1.2, 1.1, 1.2, 1.4, 1.6, 1.7, 1.2, 0.7, 0.3, 0.15, 0.05, 0]
const good: Record<string, number> = { l1: 0.9, l2: 0.84, l3: 0.62 }

let made: InventedFact[] | undefined
export const inventedFacts = (): readonly InventedFact[] => (made ??= invent())

function invent(): InventedFact[] {
  const chance = random(20_261_205)
  const now = Date.now()
  const today = localDay(now)
  const facts: InventedFact[] = []
  const weekdayOf = (local: number) => ((local + 3) % 7) + 1
  let ticket = 0
  const add = (kind: string, at: number, of: InventedFact['of'], measures: Record<string, number>, segments: Record<string, string> = {}) => {
    if (at > now) return
    const local = localDay(at)
    facts.push({ id: `x${facts.length}`, kind, at, ticket: kind === 'at-work' ? null : ticket % 60, day: local, weekday: weekdayOf(local), hour: Math.floor((at + offsetAt(at) - local * day) / hourMs), of, segments, measures })
  }
  for (let local = today - days; local <= today; local += 1) {
    const busy = weekdays[weekdayOf(local) - 1]! * (1 + (local - today + days) / days * 0.25) * (local === today - 9 ? 1.9 : 1)
    for (let hour = 0; hour < 24; hour += 1) {
      const expected = 3.1 * busy * hours[hour]!
      let count = 0
      for (let left = Math.exp(-expected), product = chance(); product > left; product *= chance()) count += 1
      for (let index = 0; index < count; index += 1) {
        const at = dayBegins(local) + hour * hourMs + Math.floor(chance() * hourMs)
        ticket += 1
        const channel = pick(chance(), ['email', 40], ['phone', 30], ['form', 10], ['chat', 9], ['visit', 8], ['messenger', 3])
        const location = pick(chance(), ['l1', 50], ['l2', 34], ['l3', 13], ['', 3])
        const complains = chance() < (location === 'l3' ? 0.16 : 0.07)
        const reason = complains ? pick(chance(), ['r32', 5], ['r31', 2], ['r33', 1], ['r311', 1]) : pick(chance(), ['r7', 40], ['r1', 22], ['r21', 9], ['r22', 5], ['r5', 8], ['r4', 4], ['r6', 3], ['r8', 4], ['', 5])
        const staff = pick(chance(), ['s3', 34], ['s6', 30], ['s1', 16], ['s7', 14], ['s2', 6])
        const of = { channel, queue: complains ? 'q3' : pick(chance(), ['q2', 55], ['q1', 35], ['q5', 10]), language: pick(chance(), ['pl', 70], ['ru', 18], ['en', 12]), newcomer: String(chance() < 0.31), team: staff === 's1' || staff === 's3' ? 'w1' : 'w2', staff, ...(reason && { reason }), ...(location && { location }) }
        const segments: Record<string, string> = chance() < 0.5 ? { f5: pick(chance(), ['h1', 5], ['h2', 4], ['s1', 2]) } : {}
        const slow = 1 + (local > today - 5 ? 0.5 : 0)
        const response = Math.round(-Math.log(1 - chance()) * 2400 * slow * (channel === 'chat' ? 0.02 : 1) + 20)
        add('entry', at, of, { 'contact-in': 1, 'answered-by-machine': chance() < 0.06 ? 1 : 0 }, segments)
        add('ticket-opened', at, of, { opened: 1 }, segments)
        add('stay-entered', at, of, { entered: 1 }, segments)
        if (complains) add('complaint', at, of, { 'complaint': 1, 'complaint-repeated': chance() < 0.14 ? 1 : 0 }, segments)
        if (channel === 'phone' || channel === 'chat') {
          add('entry', at, of, { 'menu-entered': 1, 'menu-left': chance() < 0.09 ? 1 : 0 }, segments)
          const wait = Math.round(-Math.log(1 - chance()) * 17 * (hour > 15 && hour < 18 ? 1.8 : 1))
          const gone = wait > 45 && chance() < 0.6
          if (gone) add('entry', at + wait * 1000, of, { 'offered': 1, 'abandoned': 1, 'abandoned-wait': wait, 'abandoned-late': 1 }, segments)
          else {
            const [talk, hold, wrap] = [Math.round(90 + chance() * 320), Math.round(chance() * 40), Math.round(20 + chance() * 70)]
            add('entry', at + wait * 1000, of, { 'offered': 1, 'answered': 1, 'answered-wait': wait, 'answered-within': wait <= 20 ? 1 : 0, 'handle': talk + hold + wrap, 'talk': talk, 'hold': hold, 'wrap-up': wrap, 'recorded': 1, 'completeness': Math.round((0.4 + chance() * 0.6) * 10) / 10, 'without-result': chance() < 0.12 ? 1 : 0 }, segments)
          }
        }
        add('entry', at + response * 1000, of, { 'contact-out': 1, 'first-response': response, 'first-response-clock': response * 3, ...(chance() < 0.3 && { 'next-response': Math.round(response * 0.7), 'next-response-clock': response * 2 }) }, segments)
        if (chance() < 0.16) add('entry', at + 60_000, of, { 'automatic-out': 1 }, segments)
        if (chance() < 0.3) add('entry', at + response * 900, of, { note: 1 }, segments)
        const solving = Math.round(response * (3 + chance() * 30))
        const again = chance() < 0.05
        const closedAt = at + solving * 1000
        add('ticket-closed', closedAt, of, { closed: 1 }, segments)
        add('stay-left', closedAt, of, { left: 1 }, segments)
        const touched = chance() < 0.61
        const rated = chance() < 0.3
        add('ticket-resolved', closedAt, of, { 'resolution': solving, 'resolution-clock': solving * 2.4, 'waiting-for-customer': Math.round(chance() * 90_000), 'one-touch': touched ? 1 : 0, 'thread-length': 2 + Math.floor(chance() ** 2 * 9), 'rated': rated ? 1 : 0, 'reopened-after': again ? 1 : 0, 'with-reason': reason ? 1 : 0 }, segments)
        if (again) add('ticket-reopened', closedAt + hourMs, of, { reopened: 1 }, segments)
        add('ticket-window', closedAt, of, closedAt > now - 7 * day ? { 'repeat-open': 1, 'chain-open': 1 } : { 'repeat-kept': chance() < (location === 'l3' ? 0.68 : 0.81) ? 1 : 0, 'chain-kept': chance() < 0.86 ? 1 : 0 }, segments)
        add('clock', at + response * 1000, of, { 'sla-kept': response < 7200 ? 1 : 0, 'sla-first-response': response < 7200 ? 1 : 0 }, segments)
        if (chance() < 0.08) add('ticket-transferred', at + hourMs, of, { transferred: 1 }, segments)
        add('reading', at, of, complains ? { negative: 1, neutral: 0, positive: 0 } : chance() < 0.6 ? { negative: 0, neutral: 1, positive: 0 } : { negative: 0, neutral: 0, positive: 1 }, segments)
        if (chance() < 0.6) {
          const pleased = chance() < (good[location] ?? 0.8) - (local > today - 8 && location === 'l2' ? 0.2 : 0)
          const asked = { ...of, survey: 'v1', touchpoint: 'tp2' }
          const points = pleased ? 9 + Math.floor(chance() * 2) - (chance() < 0.2 ? 1 : 0) : Math.floor(chance() * 7)
          add('invitation', closedAt, asked, { 'delivered-answered': rated ? 1 : 0 }, segments)
          if (chance() < 0.04) add('invitation', closedAt, asked, { unconfirmed: 1 }, segments)
          if (rated) add('answer', closedAt + 2 * hourMs, asked, { 'answer': 1, 'csat-satisfied': pleased ? 1 : 0, 'ces-easy': chance() < 0.78 ? 1 : 0, 'ces': 3 + Math.floor(chance() * 5), 'commented': chance() < 0.42 ? 1 : 0, 'nps': points, [points >= 9 ? 'promoter' : points >= 7 ? 'passive' : 'detractor']: 1 }, segments)
        }
        if (chance() < 0.05) { const stars = pick(chance(), [5, 60], [4, 15], [3, 6], [1, 19]); add('entry', at, { ...of, channel: 'review' }, { 'review-stars': stars, 'review-good': stars > 3 ? 1 : 0 }, segments) }
      }
      if (hours[hour]! > 0.5 && busy > 0.3) for (const staff of ['s3', 's6']) add('at-work', dayBegins(local) + hour * hourMs, { staff, team: staff === 's3' ? 'w1' : 'w2', location: 'l1' }, { available: 2200 })
      if (hours[hour]! > 0.2) add('outside', dayBegins(local) + hour * hourMs, { channel: 'form', location: 'l1' }, { 'outside-forms': Math.round(chance() * 2) })
    }
  }
  return facts.sort((one, other) => other.at - one.at)
}
