import * as routes from '@kontuar/contracts'
import type { Interaction, Ticket, TicketDetail } from '@kontuar/contracts'
import type { FastifyInstance } from 'fastify'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import type { Desk } from './desk-data.ts'
import { answerBoard } from './board.ts'
import { answerCustomers } from './customers.ts'
import { answerInteractions } from './interactions.ts'
import { answerNotifications } from './notifications.ts'
import { answerTasks } from './tasks.ts'
import { answerToday } from './today.ts'
import { answerViews } from './views.ts'
import { customers, makeTickets } from './ticket-data.ts'
import { ago, staff } from './people.ts'
import { answerTicketDesk, refuseUnready } from './ticket-desk.ts'
import { makeEntry, timeline } from './timelines.ts'

export type Tell = (name: string, ids: Record<string, string>) => void
export interface World { tickets: Ticket[]; find(id: string): Ticket; entriesOf(id: string): Interaction[]; everyEntry(): Interaction[]; detail(id: string): TicketDetail; touch(ticket: Ticket): void; tell: Tell }

/** The cursor is where the page ends. */
export const paged = <T>(all: readonly T[], query: { limit?: number | undefined; cursor?: string | undefined }) => {
  const from = Number(query.cursor ?? 0)
  const to = from + Number(query.limit ?? 50)
  return { items: all.slice(from, to), next: to < all.length ? String(to) : null }
}

function createWorld(count: number, tell: Tell): World {
  const tickets = makeTickets(count)
  const entries = new Map<string, Interaction[]>()
  const world: World = {
    tickets,
    tell,
    find(id) {
      const ticket = tickets.find((each) => each.id === id)
      if (!ticket) throw new Refusal('not-found', 'There is no such ticket.')
      return ticket
    },
    entriesOf(id) {
      if (!entries.has(id)) entries.set(id, timeline(world.find(id)))
      return entries.get(id)!
    },
    everyEntry: () => [...entries.values()].flat(),
    detail: (id) => ({
      ...world.find(id), resultNote: '', mergedIds: id === 'k2' && tickets.length > 9 ? ['k9'] : [], interactionCount: world.entriesOf(id).length,
      links: id === 'k0' && tickets.length > 8 ? [{ ticketId: 'k8', number: tickets[8]!.number, subject: tickets[8]!.subject, statusCategory: 'closed', kind: 'continues' }] : [],
    }),
    touch(ticket) {
      Object.assign(ticket, { updatedAt: ago(0) })
      tickets.splice(tickets.indexOf(ticket), 1)
      tickets.unshift(ticket)
      tell('diary.ticketChanged', { ticketId: ticket.id, customerId: ticket.customerId })
    },
  }
  return world
}

export function answerTickets(on: ReturnType<typeof createAnswer>, scenario: Scenario, tell: Tell, app: FastifyInstance, desk: Desk): World {
  const world = createWorld(scenario.empty ? 0 : scenario.tickets, tell)
  const { tickets } = world
  const ofView = answerViews(on, scenario, world, desk)
  answerToday(on, world, answerTasks(on, scenario, world))
  answerBoard(on, scenario, world, desk)
  answerNotifications(on, scenario, world)

  on(routes.listTickets, ({ query }) => {
    const wanted = query.statusCategory?.split(',').flatMap((each) => (each === 'active' ? ['new', 'open', 'waiting'] : [each]))
    const words = query.q?.toLowerCase()
    const found = tickets.filter((ticket) =>
      (!wanted || wanted.includes(ticket.statusCategory)) &&
      (!query.assigneeId || ticket.assigneeId === (query.assigneeId === 'me' ? 's1' : query.assigneeId === 'none' ? null : query.assigneeId)) &&
      (!query.customerId || ticket.customerId === query.customerId) && (!query.priority || ticket.priority === query.priority) && (!query.mailboxId || ticket.mailboxId === query.mailboxId) &&
      (!words || `${ticket.number} ${ticket.subject} ${ticket.preview} ${ticket.customer.name} ${ticket.customer.address}`.toLowerCase().includes(words)))
    return paged(ofView(query, found), query)
  })
  const count = (test: (ticket: Ticket) => boolean) => Math.min(1000, tickets.filter(test).length)
  on(routes.countTickets, () => ({
    limit: 1000, new: count((t) => t.statusCategory === 'new'), open: count((t) => t.statusCategory === 'open'), waiting: count((t) => t.statusCategory === 'waiting'), active: count((t) => t.statusCategory !== 'closed'),
    mine: count((t) => t.assigneeId === 's1' && t.statusCategory !== 'closed'), unassigned: count((t) => t.assigneeId === null && t.statusCategory !== 'closed'), parked: scenario.empty ? 0 : 2,
  }))
  on(routes.getTicket, ({ params }) => world.detail(params.id))
  on(routes.changeTicket, ({ params, body }) => {
    const ticket = world.find(params.id)
    refuseUnready(desk, ticket, body)
    const owner = staff.find(({ id }) => id === body.assigneeId)
    const detail = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, [(ticket as Record<string, unknown>)[name] ?? null, value]]))
    world.entriesOf(params.id).push(makeEntry(ticket, world.entriesOf(params.id).length, { kind: 'event', direction: 'internal', staffId: 's1', staffName: 'Anna Wiśniewska', event: { name: 'ticket-changed', detail }, hasRaw: false }))
    const status = body.status === undefined ? undefined : (desk.statuses.find(({ key }) => key === body.status) ?? desk.statuses.find(({ category, isDefault }) => isDefault && category === body.status))
    const { fields, addTagIds: _a, removeTagIds: _r, ...plain } = body
    Object.assign(ticket, plain, fields ? { fields: { ...ticket.fields, ...fields } } : {}, status ? { status: status.key, statusCategory: status.category, closedAt: status.category === 'closed' ? ago(0) : null } : {}, body.assigneeId === undefined ? {} : { assignee: owner ? { id: owner.id, name: owner.name } : null })
    world.touch(ticket)
    return world.detail(ticket.id)
  })
  const begin = (change: Partial<Ticket>): Ticket => {
    const made: Ticket = { ...makeTickets(1)[0]!, id: `n${tickets.length}`, number: Math.max(0, ...tickets.map(({ number }) => number)) + 1, statusCategory: 'new', status: 'new', priority: 'normal', assignee: null, assigneeId: null, createdAt: ago(0), updatedAt: ago(0), lastInteractionAt: ago(0), lastDirection: 'in', ...change }
    tickets.unshift(made)
    tell('diary.ticketCreated', { ticketId: made.id, customerId: made.customerId })
    return made
  }
  on(routes.createTicket, ({ body }) => {
    const known = customers.find(({ identities }) => identities[0]!.address === body.to[0]!.address) ?? customers[1]!
    return world.detail(begin({ subject: body.subject, statusCategory: 'waiting', status: 'waiting', lastDirection: 'out', customerId: known.id, customer: { id: known.id, name: body.to[0]!.name, address: body.to[0]!.address } }).id)
  })
  // Only here: lets a person or a test have mail arrive.
  app.post('/fake/arrive', () => begin({ subject: `Nowa sprawa ${tickets.length}` }))
  app.post('/fake/reply/:id', (request) => {
    const ticket = world.find((request.params as { id: string }).id)
    const entries = world.entriesOf(ticket.id)
    entries.push(makeEntry(ticket, entries.length, { text: 'Jeszcze jedno pytanie.', visibleText: 'Jeszcze jedno pytanie.' }))
    Object.assign(ticket, { lastInteractionAt: ago(0), lastDirection: 'in', preview: 'Jeszcze jedno pytanie.' })
    world.touch(ticket)
    return { ok: true }
  })
  answerTicketDesk(on, world, desk)
  answerInteractions(on, world, app, desk)
  answerCustomers(on, scenario, world)
  return world
}
