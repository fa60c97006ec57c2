// Saved views, conditions, acts on many and the quick search of the invented server.
import * as routes from '@kontuar/contracts'
import { checkConditions, operatorsOfType, toPredicate, type ConditionGroup, type FieldDefinition } from '@kontuar/conditions'
import type { ConditionField, Ticket, TicketQuery, View } from '@kontuar/contracts'
import { Refusal, type Scenario, type createAnswer } from './answer.ts'
import type { Desk } from './desk-data.ts'
import { staff } from './people.ts'
import { customers } from './ticket-data.ts'
import type { World } from './tickets.ts'

type Read = (ticket: Ticket) => unknown
const ask = (name: string, type: ConditionField['type'], choices: string | null = null, read: Read = (ticket) => ticket[name as keyof Ticket]) => ({ name, type, choices, read })
const asked = [
  ask('status', 'choice', 'statuses'), ask('statusCategory', 'choice', 'status-categories'), ask('priority', 'choice', 'priorities'), ask('queueId', 'choice', 'queues'), ask('assigneeId', 'person', 'staff'),
  ask('reasonId', 'tree', 'reasons'), ask('tagIds', 'choices', 'tags'), ask('locationId', 'choice', 'locations'), ask('channel', 'choice', 'channels'), ask('mailboxId', 'choice', 'mailboxes'), ask('language', 'choice', 'languages'),
  ask('result', 'choice', 'results'), ask('subject', 'text'), ask('number', 'number'), ask('customerName', 'text', null, ({ customer }) => customer.name),
  ...['createdAt', 'updatedAt', 'closedAt', 'lastInteractionAt', 'waitingSince', 'dueAt'].map((name) => ask(name, 'instant', null, (ticket) => (ticket[name as 'dueAt'] === null ? null : Date.parse(ticket[name as 'createdAt'])))),
  ask('breaches', 'number'), ask('overdue', 'boolean', null, ({ dueAt }) => dueAt !== null && Date.parse(dueAt) <= Date.now()),
]
const never = new Set(['status', 'statusCategory', 'priority', 'number', 'createdAt', 'updatedAt'])
const customTypes = { text: 'text', number: 'number', date: 'date', choice: 'choice', tree: 'tree', checkbox: 'boolean', link: 'text' } as const

export function ticketFields(desk: Desk): ConditionField[] {
  const operators = (name: string, type: ConditionField['type']) => operatorsOfType[type].filter((each) => !never.has(name) || !each.toLowerCase().endsWith('null'))
  return [
    ...asked.map(({ name, type, choices }): ConditionField => ({ name, label: name, custom: false, type, operators: operators(name, type), choices, options: [] })),
    ...desk.customFields.filter(({ subject }) => subject === 'ticket').map(({ id, name, type, options }): ConditionField => ({ name: `fields.${id}`, label: name, custom: true, type: customTypes[type], operators: [...operatorsOfType[customTypes[type]]], choices: options.length > 0 ? 'options' : null, options: options.map((each) => ({ id: each.id, name: each.name, parentId: each.parentId ?? null })) })),
  ]
}

const view = (id: string, name: string, sharing: View['sharing'], rules: object[], more: Partial<View> = {}): View => ({ id, name, readyMade: null, sharing, ownerId: sharing === 'private' ? 's1' : 's2', position: 1, conditions: { combinator: 'and', rules }, sort: '-updatedAt', columns: null, group: null, problems: [], ...more })
const active = { field: 'statusCategory', operator: 'in', value: ['new', 'open', 'waiting'] }
const someViews = (): View[] => [
  view('v1', 'Bez właściciela', 'shared', [active, { field: 'assigneeId', operator: 'null' }], { readyMade: 'unassigned' }),
  view('v2', 'Pilne', 'shared', [active, { field: 'priority', operator: '=', value: 'urgent' }], { readyMade: 'urgent', position: 2 }),
  view('v3', 'Reklamacje w tym tygodniu', 'shared', [active, { field: 'queueId', operator: 'in', value: ['q3'] }, { combinator: 'or', rules: [{ field: 'dueAt', operator: 'withinNext', value: { amount: 7, unit: 'days' } }, { field: 'priority', operator: 'in', value: ['urgent', 'high'] }] }], { position: 3, sort: 'dueAt', group: 'status', columns: ['number', 'customer', 'subject', 'status', 'reasonId', 'fields.f3', 'dueAt', 'waitingSince', 'assigneeId'] }),
  view('v4', 'Moje, czekają na klienta', 'private', [{ field: 'assigneeId', operator: '=', value: '@me' }, { field: 'statusCategory', operator: 'in', value: ['waiting'] }]),
  view('v5', 'Stare sprawy', 'private', [active, { field: 'usuniete', operator: '=', value: 1 }], { position: 2, problems: ['There is no field "usuniete": choose another.'] }),
]

export function answerViews(on: ReturnType<typeof createAnswer>, scenario: Scenario, world: World, desk: Desk) {
  const views = scenario.empty ? [] : someViews()
  const fields = ticketFields(desk)
  const registry = new Map(fields.map((field) => [field.name, {
    name: field.name, type: field.type, operators: field.operators, sql: '', descendants: (id: string) => desk.reasons.filter(({ path }) => path.includes(id)).map((each) => each.id),
    read: (ticket: Ticket) => (field.custom ? ticket.fields[field.name.slice(7)] : asked.find(({ name }) => name === field.name)!.read(ticket)) ?? null,
  } as unknown as FieldDefinition<Ticket>]))
  const check = (conditions: unknown) => {
    const problems = checkConditions(conditions, registry)
    if (problems.length > 0) throw new Refusal('invalid-input', 'These conditions do not hold.', Object.fromEntries(problems.map(({ path, sentence }) => [['conditions', ...path].join('.'), sentence])))
  }
  const test = (conditions: unknown) => {
    check(conditions)
    return toPredicate(conditions as ConditionGroup, registry, { now: new Date(), timeZone: 'Europe/Warsaw', me: 's1' })
  }
  const find = (id: string) => {
    const found = views.find((each) => each.id === id)
    if (!found) throw new Refusal('not-found', 'There is no such view.')
    return found
  }
  on(routes.listTicketFields, () => ({ items: fields, next: null }))
  on(routes.listViews, () => ({ items: views.toSorted((a, b) => a.position - b.position), next: null }))
  on(routes.countViews, () => ({ items: views.map(({ id, conditions, problems }) => {
    const tickets = problems.length > 0 ? 0 : world.tickets.filter(test(conditions)).length
    return { viewId: id, tickets: id === 'v4' && scenario.tickets < 100 ? null : Math.min(1000, tickets), atLeast: tickets > 1000 }
  }) }))
  on(routes.getView, ({ params }) => find(params.id))
  on(routes.createView, ({ body }) => {
    check(body.conditions)
    const made = { ...view(`v${views.length + 1}`, body.name, body.sharing ?? 'private', [], { position: views.length + 1 }), ...body }
    views.push(made)
    world.tell('routing.viewChanged', { viewId: made.id })
    return made
  })
  on(routes.changeView, ({ params, body }) => {
    if (body.conditions) check(body.conditions)
    return Object.assign(find(params.id), body, body.conditions ? { problems: [] } : {})
  })
  on(routes.deleteView, ({ params }) => {
    views.splice(views.indexOf(find(params.id)), 1)
    return { ok: true as const }
  })

  const acts = new Map<string, { ticket: Ticket; before: Ticket }[]>()
  on(routes.bulkChange, ({ body }) => {
    const changed: { ticket: Ticket; before: Ticket }[] = []
    const refused: { ticketId: string; number: number | null; code: string; detail: string }[] = []
    const { addTagIds = [], removeTagIds = [], status: key, ...patch } = body.patch
    const status = desk.statuses.find((each) => each.key === key)
    for (const id of body.ticketIds) {
      const ticket = world.find(id)
      if (status?.requires.reason && !ticket.reasonId && !patch.reasonId) refused.push({ ticketId: id, number: ticket.number, code: 'cannot-do', detail: 'Choose a reason first: this status asks for one.' })
      else if (patch.assigneeId && ticket.queueId && !desk.queues.find((each) => each.id === ticket.queueId)?.serverIds.includes(patch.assigneeId)) refused.push({ ticketId: id, number: ticket.number, code: 'cannot-do', detail: 'This person does not serve the queue: choose another owner.' })
      else {
        changed.push({ ticket, before: structuredClone(ticket) })
        const owner = staff.find((each) => each.id === patch.assigneeId)
        Object.assign(ticket, patch, status ? { status: status.key, statusCategory: status.category } : {}, patch.assigneeId === undefined ? {} : { assignee: owner ? { id: owner.id, name: owner.name } : null }, { tagIds: [...new Set([...ticket.tagIds, ...addTagIds])].filter((tag) => !removeTagIds.includes(tag)) })
      }
    }
    const id = `u${acts.size + 1}`
    acts.set(id, changed)
    return { id, changed: changed.length, at: new Date().toISOString(), refused }
  })
  on(routes.undoBulk, ({ params }) => {
    const act = acts.get(params.id) ?? []
    for (const { ticket, before } of act) Object.assign(ticket, before)
    return { restored: act.length, kept: 0 }
  })
  on(routes.quickSearch, ({ query }) => {
    const words = (query.q ?? '').toLowerCase().replace(/^#/, '')
    const limit = Number(query.limit ?? 8)
    return {
      tickets: world.tickets.filter((each) => `${each.number} ${each.subject} ${each.preview} ${each.customer.name}`.toLowerCase().includes(words)).slice(0, limit).map(({ id, number, subject, statusCategory, customer, preview }) => ({ id, number, subject, statusCategory, customerName: customer.name, preview })),
      customers: customers.filter(({ name, identities }) => `${name} ${identities[0]?.address}`.toLowerCase().includes(words)).slice(0, limit).map(({ id, name, identities }) => ({ id, name, address: identities[0]?.address ?? null })),
    }
  })

  const rank = { urgent: 3, high: 2, normal: 1, low: 0 }
  const orders: Record<string, (ticket: Ticket) => number> = {
    number: ({ number }) => number, createdAt: ({ createdAt }) => Date.parse(createdAt), updatedAt: ({ updatedAt }) => Date.parse(updatedAt),
    dueAt: ({ dueAt }) => (dueAt ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER), priority: ({ priority }) => rank[priority],
  }
  /** What a list asks for beyond the plain filters: a view, conditions, an order, headings. */
  return function ofView(query: TicketQuery, found: Ticket[]): Ticket[] {
    const saved = query.viewId ? find(query.viewId) : null
    if (saved && saved.problems.length > 0) return []
    const conditions: unknown = query.conditions ? JSON.parse(query.conditions) : saved?.conditions
    const sort = query.sort ?? '-updatedAt'
    const by = orders[sort.replace('-', '')]!
    const group = (ticket: Ticket) => (query.group === 'status' ? String(desk.statuses.find(({ key }) => key === ticket.status)?.position) : query.group === 'priority' ? String(9 - rank[ticket.priority]) : query.group ? String(ticket[query.group as keyof Ticket] ?? '~') : '')
    return found.filter(conditions ? test(conditions) : () => true)
      .filter((each) => (!query.queueId || each.queueId === query.queueId) && (!query.reasonId || each.reasonId === query.reasonId) && (!query.tagId || each.tagIds.includes(query.tagId)) && (!query.locationId || each.locationId === query.locationId))
      .sort((a, b) => (group(a) < group(b) ? -1 : group(a) > group(b) ? 1 : sort.startsWith('-') ? by(b) - by(a) : by(a) - by(b)))
  }
}
