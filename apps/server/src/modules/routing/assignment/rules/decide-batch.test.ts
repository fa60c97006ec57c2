// Guards that a batch is decided as if ticket came after ticket: nobody above what they can take, turns in turn, queues side by side.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Agent, AutomaticRules } from './choose-agent.ts'
import { decideBatch, interleave, type AutomaticQueue, type WaitingTicket } from './decide-batch.ts'

const agent = (id: string, total: number | null = null, byChannel: Record<string, number> = {}, open = 0): Agent => ({
  id, ready: true, locationIds: null, skills: { language: new Set(), channel: new Set(), product: new Set() }, capacity: { total, byChannel }, open: { total: open, byChannel: {} },
})
const ticket = (id: string, given: Partial<WaitingTicket> = {}): WaitingTicket => ({ id, queueId: 'q', customerId: id, channel: 'email', language: null, locationId: null, productIds: [], urgent: false, lastOwnerId: null, ...given })
const queue = (agents: Agent[], rules: AutomaticRules = { mode: 'round-robin' }, id = 'q'): AutomaticQueue => ({ id, rules, agents, lastTurns: new Map() })
const counter = () => { let n = 0; return () => String(++n).padStart(6, '0') }
const owners = (decided: ReturnType<typeof decideBatch>) => decided.map((d) => d.choice.staffId)

test('turns go round within the batch', () => {
  expect(owners(decideBatch(['1', '2', '3', '4', '5'].map((id) => ticket(id)), [queue([agent('a'), agent('b')])], counter()))).toEqual(['a', 'b', 'a', 'b', 'a'])
})

test('what the first took, the second does not get', () => {
  const decided = decideBatch(['1', '2', '3'].map((id) => ticket(id)), [queue([agent('a', 2)])], counter())
  expect(owners(decided)).toEqual(['a', 'a', null])
  expect(decided[2]!.choice.because).toEqual({ code: 'no-capacity' })
})

test('two queues share an agent and what they can take', () => {
  const shared = agent('a', 1)
  expect(owners(decideBatch([ticket('1'), ticket('2', { queueId: 'r' })], [queue([shared]), queue([shared], { mode: 'least-loaded' }, 'r')], counter()))).toEqual(['a', null])
})

test('two tickets of one customer in one batch stay together where the queue wants it', () => {
  const tickets = [ticket('1', { customerId: 'anna' }), ticket('2'), ticket('3', { customerId: 'anna' })]
  expect(owners(decideBatch(tickets, [queue([agent('a'), agent('b')], { mode: 'round-robin', stickyDays: 7 })], counter()))).toEqual(['a', 'b', 'a'])
  expect(owners(decideBatch(tickets, [queue([agent('a'), agent('b'), agent('c')])], counter()))).toEqual(['a', 'b', 'c'])
})

test('urgent tickets of all queues come first, then each queue has its next', () => {
  const tickets = [ticket('q1'), ticket('q2'), ticket('q3'), ticket('r0', { queueId: 'r', urgent: true }), ticket('r1', { queueId: 'r' }), ticket('s1', { queueId: 's' })]
  expect(interleave(tickets, [{ id: 'q' }, { id: 'r' }, { id: 's' }]).map((t) => t.id)).toEqual(['r0', 'q1', 'r1', 's1', 'q2', 'q3'])
})

describe('laws', () => {
  const world = fc.record({
    agents: fc.array(fc.record({ total: fc.option(fc.nat(6)), email: fc.option(fc.nat(4)), open: fc.nat(3) }), { minLength: 1, maxLength: 6 }),
    tickets: fc.array(fc.record({ email: fc.boolean(), urgent: fc.boolean(), second: fc.boolean(), customer: fc.nat(5) }), { maxLength: 40 }),
    mode: fc.constantFrom<AutomaticRules['mode']>('round-robin', 'least-loaded'), stickyDays: fc.constantFrom(0, 5),
  })
  test('each ticket is decided once, and nobody ever has more than they may', () => {
    fc.assert(fc.property(world, ({ agents, tickets, mode, stickyDays }) => {
      const people = agents.map((a, i) => agent(`a${i}`, a.total, a.email === null ? {} : { email: a.email }, a.open))
      const waiting = tickets.map((t, i) => ticket(`t${i}`, { channel: t.email ? 'email' : 'phone', urgent: t.urgent, queueId: t.second ? 'r' : 'q', customerId: String(t.customer) }))
      const decided = decideBatch(waiting, [queue(people, { mode, stickyDays }), queue(people, { mode: 'round-robin' }, 'r')], counter())
      expect(new Set(decided.map((d) => d.ticket.id)).size).toBe(waiting.length)
      for (const [i, person] of people.entries()) {
        const own = decided.filter((d) => d.choice.staffId === person.id)
        const { total, email, open } = agents[i]!
        if (own.length > 0 && total !== null) expect(open + own.length).toBeLessThanOrEqual(total)
        if (email !== null) expect(own.filter((d) => d.ticket.channel === 'email').length).toBeLessThanOrEqual(email)
      }
      // Nobody is passed over: when a ticket found nobody, nobody could take it at the end either.
      for (const d of decided) if (d.choice.staffId === null) expect(people.every((p) => (p.capacity.total !== null && p.open.total >= p.capacity.total) || (p.open.byChannel[d.ticket.channel] ?? 0) >= (p.capacity.byChannel[d.ticket.channel] ?? Infinity))).toBe(true)
    }))
  })
})
