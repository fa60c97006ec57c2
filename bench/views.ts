// The first page of views of every kind on a large desk, their counters, and quick search, beside one primary-key read through the
// same stack (the organization). Requests of all kinds alternate, so that a slow moment of the machine hits each alike.
// KONTUAR_BENCH_TICKETS makes it smaller.
import { setTimeout as pause } from 'node:timers/promises'
import { fillDesk, wantedDesk, type Desk } from './ground/fill-desk.ts'
import { compare, type Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'

const size = Number(process.env['KONTUAR_BENCH_TICKETS'] ?? wantedDesk.tickets)
type Rules = object[]
const active = { field: 'statusCategory', operator: 'in', value: ['new', 'open', 'waiting'] }

const viewsOf = (desk: Desk): Record<string, { rules: Rules; combinator?: 'or'; sort?: string; group?: string }> => ({
  'all open': { rules: [active] },
  'open, by deadline': { rules: [active], sort: 'dueAt' },
  'open, most urgent first': { rules: [active], sort: '-priority' },
  'open, grouped by queue': { rules: [active], group: 'queueId' },
  'unassigned': { rules: [active, { field: 'assigneeId', operator: 'null' }] },
  'one queue': { rules: [active, { field: 'queueId', operator: '=', value: desk.queueIds[40] }] },
  'urgent': { rules: [active, { field: 'priority', operator: '=', value: 'urgent' }] },
  'a tag, closed ones too': { rules: [{ field: 'tagIds', operator: 'containsAny', value: [desk.tagIds[3]] }] },
  'a reason and what is below, oldest first': { rules: [{ field: 'reasonId', operator: 'within', value: desk.reasonIds[2] }], sort: 'createdAt' },
  'open since long': { rules: [active, { field: 'createdAt', operator: '<', value: new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 10) }] },
  'a word in the subject': { rules: [{ field: 'subject', operator: 'contains', value: 'zalana' }] },
  'a custom field or a shop': { combinator: 'or', rules: [{ field: `fields.${desk.fieldId}`, operator: '=', value: 'X-7' }, { field: 'locationId', operator: '=', value: desk.locationIds[5] }] },
  'mine': { rules: [active, { field: 'assigneeId', operator: '=', value: '@me' }] },
  'mine, by deadline': { rules: [active, { field: 'assigneeId', operator: '=', value: '@me' }], sort: 'dueAt' },
  'overdue': { rules: [{ field: 'overdue', operator: '=', value: true }] },
  'overdue, by deadline': { rules: [{ field: 'overdue', operator: '=', value: true }], sort: 'dueAt' },
  'due within four hours': { rules: [active, { field: 'dueAt', operator: 'withinNext', value: { amount: 4, unit: 'hours' } }], sort: 'dueAt' },
  'waits for two days': { rules: [active, { field: 'waitingSince', operator: 'olderThan', value: { amount: 2, unit: 'days' } }], sort: 'dueAt' },
  'of today': { rules: [{ field: 'createdAt', operator: 'withinLast', value: { amount: 3, unit: 'days' } }] },
})

export async function benchViews(server: BenchServer): Promise<Finding[]> {
  return measureViews(server, await prepareViews(server))
}

async function call(server: BenchServer, method: string, path: string, body?: object) {
  const from = performance.now()
  const response = await fetch(`${server.url}/api/v1${path}`, { method, headers: { authorization: `Bearer ${server.token}`, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) })
  const answer = (await response.json()) as { id: string; items: { id?: string; viewId?: string; tickets?: number | null; atLeast?: boolean }[] }
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
  return { took: performance.now() - from, answer }
}

/** Fills the desk and its views; answers the path of each kind of request. */
export async function prepareViews(server: BenchServer): Promise<Record<string, string>> {
  const desk = await fillDesk(server.ownerUrl, { ...wantedDesk, tickets: size, open: Math.round((size * wantedDesk.open) / wantedDesk.tickets) })
  const kinds: Record<string, string> = { 'primary-key read': '/organization' }
  for (const [name, { rules, combinator, ...order }] of Object.entries(viewsOf(desk))) {
    const { answer } = await call(server, 'POST', '/views', { name, conditions: { combinator: combinator ?? 'and', rules }, ...order })
    kinds[`view: ${name}`] = `/tickets?limit=50&viewId=${answer.id}`
  }
  console.error(`  filled`)
  const from = performance.now()
  for (let waiting = Infinity; waiting > 0; await pause(200)) {
    const { items } = (await call(server, 'GET', '/views/counts')).answer
    waiting = items.filter((c) => c.tickets === null && c.atLeast !== true).length
    if (performance.now() - from > 300_000) throw new Error(`${waiting} views have not been counted within five minutes`)
  }
  console.error(`  counted for the first time in ${Math.round(performance.now() - from)} ms`)
  Object.assign(kinds, { 'counters of all views': '/views/counts', 'search: a number': '/search?q=4711', 'search: a name': '/search?q=kowal', 'search: an address': '/search?q=a1b' })
  return kinds
}

export async function measureViews(server: BenchServer, kinds: Record<string, string>, rounds = Number(process.env['KONTUAR_BENCH_ROUNDS'] ?? 150)): Promise<Finding[]> {
  const took: Record<string, number[]> = Object.fromEntries(Object.keys(kinds).map((k) => [k, []]))
  for (let i = 0; i < rounds + 20; i++) {
    for (const [kind, path] of Object.entries(kinds)) {
      const { took: time } = await call(server, 'GET', path)
      if (i >= 20) took[kind]!.push(time)
    }
  }
  const reference = took['primary-key read']!
  return Object.entries(took).filter(([kind]) => kind !== 'primary-key read').map(([kind, sample]) => compare(`${kind}, at ${size.toLocaleString('en')} tickets`, sample, reference, { wanted: true }))
}
