import * as routes from '@kontuar/contracts'
import type { Interaction, TicketDetail } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import { customers, tickets, timeline } from './ticket-data.ts'
import { ago } from './people.ts'

const paged = <T>(all: readonly T[], query: { limit?: number | undefined; cursor?: string | undefined }) => {
  const from = Number(query.cursor ?? 0)
  const to = from + Number(query.limit ?? 50)
  return { items: all.slice(from, to), next: to < all.length ? String(to) : null }
}

export function answerTickets(on: ReturnType<typeof createAnswer>, scenario: Scenario, tell: (name: string, ids: Record<string, string>) => void): void {
  const all = scenario.empty ? [] : structuredClone(tickets)
  const entries = new Map<string, Interaction[]>()
  const find = (id: string) => {
    const ticket = all.find((each) => each.id === id)
    if (!ticket) throw new Refusal('not-found', 'There is no such ticket.')
    return ticket
  }
  const entriesOf = (id: string) => {
    if (!entries.has(id)) entries.set(id, timeline(find(id)))
    return entries.get(id)!
  }
  const detail = (id: string): TicketDetail => ({ ...find(id), interactionCount: entriesOf(id).length, links: id === 'k0' ? [{ ticketId: 'k8', number: 1232, subject: 'Zmiana terminu wizyty', statusCategory: 'closed', kind: 'continues' }] : [] })

  on(routes.listTickets, ({ query }) => {
    const wanted = query.statusCategory?.split(',').flatMap((each) => (each === 'active' ? ['new', 'open', 'waiting'] : [each]))
    const words = query.q?.toLowerCase()
    return paged(all.filter((ticket) =>
      (!wanted || wanted.includes(ticket.statusCategory)) &&
      (!query.assigneeId || ticket.assigneeId === (query.assigneeId === 'me' ? 's1' : query.assigneeId === 'none' ? null : query.assigneeId)) &&
      (!query.customerId || ticket.customerId === query.customerId) && (!query.priority || ticket.priority === query.priority) && (!query.mailboxId || ticket.mailboxId === query.mailboxId) &&
      (!words || `${ticket.number} ${ticket.subject} ${ticket.preview} ${ticket.customer.name} ${ticket.customer.address}`.toLowerCase().includes(words)),
    ), query)
  })
  const count = (test: (ticket: (typeof all)[number]) => boolean) => all.filter(test).length
  on(routes.countTickets, () => ({
    limit: 1000, new: count((t) => t.statusCategory === 'new'), open: count((t) => t.statusCategory === 'open'), waiting: count((t) => t.statusCategory === 'waiting'), active: count((t) => t.statusCategory !== 'closed'),
    mine: count((t) => t.assigneeId === 's1' && t.statusCategory !== 'closed'), unassigned: count((t) => t.assigneeId === null && t.statusCategory !== 'closed'), parked: scenario.empty ? 0 : 2,
  }))
  on(routes.getTicket, ({ params }) => detail(params.id))
  on(routes.changeTicket, ({ params, body }) => {
    const ticket = find(params.id)
    Object.assign(ticket, body, body.status ? { statusCategory: body.status } : {}, { updatedAt: ago(0) })
    tell('diary.ticketChanged', { ticketId: ticket.id, customerId: ticket.customerId })
    return detail(ticket.id)
  })
  on(routes.listTicketInteractions, ({ params, query }) => paged(query.sort === '-at' ? entriesOf(params.id).toReversed() : entriesOf(params.id), query))
  on(routes.answerTicket, ({ params, body }) => {
    const before = entriesOf(params.id)
    const note = body.kind === 'note'
    const made: Interaction = {
      ...before[3]!, id: `${params.id}-${before.length}`, at: ago(0), createdAt: ago(0), kind: body.kind ?? 'message', direction: note ? 'internal' : 'out', text: body.text ?? (body.html ?? '').replace(/<[^>]+>/g, ''), visibleText: '', html: body.html ?? null,
      delivery: note ? null : { state: 'pending', sendAfter: new Date(Date.now() + 8000).toISOString(), attempts: 0, nextAttemptAt: null, sentAt: null, detail: null },
    }
    made.visibleText = made.text
    made.folds = [{ kind: 'text', from: 0, to: made.text.length }]
    before.push(made)
    tell('diary.interactionAdded', { ticketId: params.id, interactionId: made.id })
    return made
  })
  on(routes.cancelInteraction, ({ params }) => {
    const made = [...entries.values()].flat().find(({ id }) => id === params.id)!
    made.delivery = { ...made.delivery!, state: 'cancelled' }
    return made
  })
  const drafts = new Map<string, routes.DraftBody & { ticketId: string; updatedAt: string }>()
  on(routes.getDraft, ({ params }) => drafts.get(params.id) ?? null)
  on(routes.saveDraft, ({ params, body }) => {
    const draft = { ...body, ticketId: params.id, updatedAt: ago(0) }
    drafts.set(params.id, draft)
    return draft
  })
  on(routes.deleteDraft, ({ params }) => {
    drafts.delete(params.id)
    return { ok: true as const }
  })
  on(routes.listCustomers, ({ query }) => paged(scenario.empty ? [] : customers.filter(({ name, identities }) => !query.q || `${name} ${identities[0]?.address}`.toLowerCase().includes(query.q.toLowerCase())), query))
  on(routes.getCustomer, ({ params }) => {
    const customer = customers.find(({ id }) => id === params.id)
    if (!customer) throw new Refusal('not-found', 'There is no such customer.')
    return customer
  })
  on(routes.changeCustomer, ({ params, body }) => Object.assign(customers.find(({ id }) => id === params.id)!, body))
}
