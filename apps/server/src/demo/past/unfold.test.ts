// Guards that the past is written as the program would have left it: who owns, what each entry changed, since when the customer waits.
import { expect, test } from 'vitest'
import type { Ground } from './ground.ts'
import { until, type PastStep, type PastTicket } from './past-ticket.ts'
import { unfold } from './unfold.ts'

const ground: Ground = {
  mailboxes: [{ id: 'mailbox', name: 'Sklep', address: 'sklep@firma.example' }], locations: ['kraków', 'gdańsk'],
  queueOf: (key) => `queue ${key}`, reasonOf: (key) => `reason ${key}`, staffOf: (email) => ({ id: `id of ${email}`, name: email }), customerOf: ({ address }) => `customer ${address}`,
}
const at = (time: string) => Date.parse(`2026-03-02T${time}:00Z`)
const ticketOf = (steps: readonly PastStep[], more: Partial<PastTicket> = {}): PastTicket => ({
  id: 'ticket', customer: { name: 'Ala', address: 'ala@klient.example', language: 'pl' }, subject: 'Zwrot', language: 'pl', channel: 'email', mailbox: 0, queue: 'after-sales', location: null, priority: 'normal', tagIds: [], steps, ...more,
})
function told(steps: readonly PastStep[], more?: Partial<PastTicket>) {
  let n = 0
  const { ticket, entries } = unfold(ticketOf(steps, more), ground, () => `entry ${++n}`)
  return { ticket, entries: entries.map((e) => ({ ...e, changes: (e.event as { detail: object } | null)?.detail ?? null })) }
}

test('a mail opens a ticket whose customer waits', () => {
  const { ticket, entries } = told([{ does: 'writes', at: at('08:00'), channel: 'email', text: 'Gdzie  są\npieniądze?' }])
  expect(ticket).toMatchObject({ status: 'new', assignee: null, queue: 'queue after-sales', waiting: '2026-03-02T08:00:00.000Z', created: '2026-03-02T08:00:00.000Z', closed: null, preview: 'Gdzie są pieniądze?', last_direction: 'in' })
  expect(entries).toMatchObject([{ kind: 'message', direction: 'in', told: '2026-03-02T08:00:00.000Z', from_address: 'ala@klient.example', changes: null, matched_by: 'new', in_reply_to: null }])
})

test('whoever answers first owns the ticket, and the answer carries what it changed', () => {
  const { ticket, entries } = told([
    { does: 'writes', at: at('08:00'), channel: 'email', text: 'Zwrot' }, { does: 'answers', at: at('09:00'), channel: 'email', staff: 'ola', text: 'Dziś', becomes: { status: 'closed', reason: 'return', result: 'solved' } },
  ])
  expect(ticket).toMatchObject({ status: 'closed', assignee: 'id of ola', reason: 'reason return', result: 'solved', closed: '2026-03-02T09:00:00.000Z', waiting: null })
  expect(entries[1]).toMatchObject({ direction: 'out', in_reply_to: entries[0]!.message_id, subject: 'Re: Zwrot', changes: { status: ['new', 'closed'], reasonId: [null, 'reason return'], assigneeId: [null, 'id of ola'], result: [null, 'solved'] } })
})

test('a customer who writes again wakes what was closed, and waits again', () => {
  const { ticket, entries } = told([
    { does: 'writes', at: at('08:00'), channel: 'email', text: 'Zwrot' }, { does: 'answers', at: at('09:00'), channel: 'email', staff: 'ola', text: 'Dziś', becomes: { status: 'closed' } }, { does: 'writes', at: at('10:00'), channel: 'email', text: 'Dalej nic' },
  ])
  expect(ticket).toMatchObject({ status: 'open', closed: null, waiting: '2026-03-02T10:00:00.000Z', last_direction: 'in' })
  expect(entries[2]!.changes).toEqual({ status: ['closed', 'open'] })
})

test('what is recorded by hand changes its ticket by an entry of its own, written in the same breath', () => {
  const { ticket, entries } = told([{
    does: 'records', at: at('08:00'), toldAt: at('08:12'), kind: 'visit', channel: 'visit', direction: 'in', by: 'ola', staff: 'ola', said: { request: 'Za małe buty', result: 'Wymieniono' }, becomes: { queue: 'sales', location: 1, status: 'closed' },
  }], { channel: 'visit', mailbox: null })
  expect(ticket).toMatchObject({ created: '2026-03-02T08:12:00.000Z', queue: 'queue sales', location: 'gdańsk', waiting: null, closed: '2026-03-02T08:12:00.000Z' })
  expect(entries).toMatchObject([
    { kind: 'visit', at: '2026-03-02T08:00:00.000Z', told: '2026-03-02T08:12:00.000Z', staff: 'id of ola', changes: null, by_hand: { request: 'Za małe buty', decision: '', result: 'Wymieniono' } },
    { kind: 'event', at: '2026-03-02T08:12:00.000Z', told: '2026-03-02T08:12:00.000Z', staff: 'id of ola', changes: { queueId: ['queue after-sales', 'queue sales'], locationId: [null, 'gdańsk'], status: ['new', 'closed'] } },
  ])
})

test('of a call that nobody took the customer waits', () => {
  const { ticket, entries } = told([{ does: 'records', at: at('08:00'), toldAt: at('08:01'), kind: 'call', channel: 'phone', direction: 'in', by: 'ola', staff: null, said: { request: 'Nie doczekał się' }, timing: { offeredAt: '2026-03-02T08:00:00Z', abandonedAt: '2026-03-02T08:01:00Z' }, becomes: {} }])
  expect(ticket).toMatchObject({ status: 'new', waiting: '2026-03-02T08:00:00.000Z' })
  expect(entries).toMatchObject([{ staff: null, from_name: 'Ala' }])
})

test('what has not happened yet is left out, and so is a ticket of which nothing has', () => {
  const ticket = ticketOf([{ does: 'writes', at: at('08:00'), channel: 'email', text: 'Zwrot' }, { does: 'answers', at: at('09:00'), channel: 'email', staff: 'ola', text: 'Dziś', becomes: { status: 'closed' } }])
  expect(until(ticket, at('08:30'))!.steps).toHaveLength(1)
  expect(until(ticket, at('10:00'))).toBe(ticket)
  expect(until(ticket, at('07:00'))).toBeNull()
})
