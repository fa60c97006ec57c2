// Guards the promise that no route forgets its permission and none shows another organization's things.
// Every route of the contracts is tried; a new one is covered the moment it is defined.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissions, rolePermissions, type Permission, type RouteDefinition } from '@kontuar/contracts'
import { createToken } from '../../modules/identity/index.ts'
import { startTestKontuar, type TestKontuar } from '../testing.ts'
import { buildEverything, type Everything } from './everything.fixture.ts'
import { contractRoutes, nameOfRoute } from './contract-routes.ts'
import { sampleOf } from './sample-of.ts'

let kontuar: TestKontuar
let own: Everything
let foreign: Everything
beforeAll(async () => {
  kontuar = await startTestKontuar()
  own = await buildEverything(kontuar, kontuar.orgA)
  foreign = await buildEverything(kontuar, kontuar.orgB)
})
afterAll(() => kontuar.stop())

const kinds: [RegExp, keyof Everything][] = [
  [/^\/tickets\/:id/, 'ticket'], [/^\/interactions\/:id/, 'interaction'], [/^\/attachments\/:id/, 'attachment'], [/^\/files\/:id/, 'upload'],
  [/^\/customers\/:id/, 'customer'], [/^\/mailboxes\/:id/, 'mailbox'], [/^\/parked\/:id/, 'parked'],
  [/^\/staff\/:id/, 'staff'], [/^\/invitations\/:id/, 'invitation'], [/^\/tokens\/:id/, 'token'], [/^\/sessions\/:id/, 'session'], [/^\/views\/:id/, 'view'], [/^\/bulk-acts\/:id/, 'bulkAct'],
  [/^\/locations\/:id/, 'location'], [/^\/regions\/:id/, 'region'], [/^\/causes\/:id/, 'cause'], [/^\/teams\/:id/, 'team'], [/^\/queues\/:id/, 'queue'], [/^\/calendars\/:id/, 'calendar'], [/^\/sla-policies\/:id/, 'slaPolicy'], [/^\/queue-rules\/:id/, 'queueRule'],
  [/^\/statuses\/:id/, 'status'], [/^\/reasons\/:id/, 'reason'], [/^\/tags\/:id/, 'tag'], [/^\/custom-fields\/:id/, 'customField'], [/^\/companies\/:id/, 'company'],
  [/^\/push-subscriptions\/:id/, 'pushSubscription'], [/^\/tasks\/:id/, 'task'], [/^\/canned-answers\/:id/, 'cannedAnswer'], [/^\/answers\/:id/, 'answer'], [/^\/quotes\/:id/, 'quote'], [/^\/surveys\/:id/, 'survey'], [/^\/touchpoints\/:id/, 'touchpoint'], [/^\/survey-links\/:id/, 'surveyLink'], [/^\/kiosks\/:id/, 'kiosk'], [/^\/survey-lists\/:id/, 'surveyList'], [/^\/shop-sources\/:id/, 'shopSource'], [/^\/survey-invitations\/:id/, 'surveyInvitation'],
  [/^\/dashboards\/:id/, 'dashboard'], [/^\/marked-days\/:id/, 'markedDay'], [/^\/own-metrics\/:id/, 'ownMetric'], [/^\/warnings\/:id/, 'warning'], [/^\/recoveries\/:id/, 'recovery'], [/^\/study-sets\/:id/, 'studySet'], [/^\/study-items\/:id/, 'studyItem'], [/^\/alerts\/:id/, 'alert'], [/^\/alert-destinations\/:id/, 'alertDestination'], [/^\/alert-rules\/:id/, 'alertRule'], [/^\/alert-back-tests\/:id/, 'alertBackTest'], [/^\/reports\/:id/, 'report'], [/^\/report-runs\/:id/, 'reportRun'], [/^\/report-sendings\/:id/, 'reportSending'], [/^\/readings\/:id/, 'reading'],
]
function pathOf(route: RouteDefinition, things: Everything | null): string {
  if (!route.path.includes(':')) return route.path
  if (route.path.includes('/:name')) return route.path.replace(':name', 'contacts-in')
  if (route.path.includes('/:subject')) return route.path.replace(':subject', 'report:00000000-0000-7000-8000-000000000000')
  const kind = kinds.find(([pattern]) => pattern.test(route.path))?.[1]
  if (!kind) throw new Error(`${nameOfRoute(route)} names a thing this test does not know: add it to everything.fixture.ts and to kinds.`)
  return route.path.replace(':id', things === null ? 'any' : things[kind]).replace(':question', 'file').replace(':tile', 't1').replace(':format', 'pdf')
}
const bodyOf = (route: RouteDefinition) => (route.body ? sampleOf(route.body) : undefined)
const closed = contractRoutes.filter((r) => r.permission !== 'public')
const named = closed.filter((r): r is RouteDefinition & { permission: Permission } => r.permission !== 'self')
const rows = (routes: readonly RouteDefinition[]) => routes.map((r) => [nameOfRoute(r), r] as const)
const tokenWithout = async (without: Permission) => (await createToken(kontuar.platform.db, {
  orgId: kontuar.orgA.orgId, staffId: kontuar.orgA.staff.administrator.staffId, permissions: new Set(permissions), doer: null,
}, { name: `all but ${without}`, scopes: permissions.filter((p) => p !== without) })).token

test('every route of the contracts is served, and nothing else under /api/v1', () => {
  expect(kontuar.implemented.map(nameOfRoute).sort()).toEqual(contractRoutes.map(nameOfRoute).sort())
})

test('the permission of each route is as written down', async () => {
  await expect(`${contractRoutes.map((r) => `${r.permission.padEnd(20)} ${nameOfRoute(r)}`).sort().join('\n')}\n`).toMatchFileSnapshot('permissions.golden.txt')
})

describe('without a permission', () => {
  test.each(rows(closed))('%s asks a stranger to sign in, before it looks at what was sent', async (_name, route) => {
    expect(await kontuar.ask(route.method, pathOf(route, null), undefined, null)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
  })

  test.each([
    ['an unknown token', `kt_1_${'a'.repeat(43)}`],
    ['a token of an organization that is not there', `kt_999999_${'a'.repeat(43)}`],
    ['no token at all', 'nonsense'],
  ])('%s opens nothing', async (_what, token) => {
    for (const route of closed) expect((await kontuar.ask(route.method, pathOf(route, null), undefined, token)).status, nameOfRoute(route)).toBe(401)
  })

  test.each(rows(named.filter((r) => !rolePermissions.observer.includes(r.permission))))('%s refuses an observer', async (_name, route) => {
    expect(await kontuar.ask(route.method, pathOf(route, own), undefined, await kontuar.tokenOf('observer'))).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })

  test.each(rows(named))('%s refuses an administrator whose token lacks the scope', async (_name, route) => {
    expect(await kontuar.ask(route.method, pathOf(route, own), undefined, await tokenWithout(route.permission as Permission))).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })
})

describe('another organization', () => {
  const byId = closed.filter((r) => r.path.includes(':id'))

  test.each(rows(byId.filter((r) => r.method === 'GET')))('%s shows its own organization the thing (so that the refusals below mean something)', async (_name, route) => {
    const answer = await kontuar.ask(route.method, pathOf(route, own))
    expect(answer.status, answer.text).toBe(200)
  })

  test.each(rows(byId))('%s does not know a thing of the other, and says nothing of it', async (_name, route) => {
    const answer = await kontuar.ask(route.method, pathOf(route, foreign), bodyOf(route))
    expect(answer.status, answer.text).toBe(404)
    expect(answer.text).not.toContain(foreign.marker)
  })

  test.each(rows(byId))('%s answers a thing that never was in the same words', async (_name, route) => {
    const strange = await kontuar.ask(route.method, pathOf(route, foreign), bodyOf(route))
    for (const id of ['00000000-0000-7000-8000-000000000000', "1'; drop table ticket; --", 'not-an-id']) {
      const answer = await kontuar.ask(route.method, route.path.replace(':id', encodeURIComponent(id)).replace(':format', 'pdf'), bodyOf(route))
      expect({ status: answer.status, body: answer.body }, id).toEqual({ status: strange.status, body: strange.body })
    }
  })

  test.each(rows(closed.filter((r) => r.method === 'GET' && !r.path.includes(':') && !r.path.startsWith('/live'))))('%s lists nothing of it', async (_name, route) => {
    const answer = await kontuar.ask('GET', route.path)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.text).not.toContain(foreign.marker)
  })

  test.each([
    ['tickets of its customer', (): string => `/tickets?customerId=${foreign.customer}`],
    ['tickets of its mailbox', () => `/tickets?mailboxId=${foreign.mailbox}`],
    ['tickets of its staff', () => `/tickets?assigneeId=${foreign.staff}`],
    ['tickets by its words', () => `/tickets?q=${foreign.marker}`],
    ['tickets by its address', () => `/tickets?q=${foreign.marker}@klient.example`],
    ['the diary of its ticket', () => `/interactions?ticketId=${foreign.ticket}`],
    ['the diary of its customer', () => `/interactions?customerId=${foreign.customer}`],
    ['its mail by Message-ID', () => `/interactions?messageId=${foreign.marker}@klient.example`],
    ['purchases of its customer', () => `/purchases?customerId=${foreign.customer}`],
    ['its purchases by number', () => `/purchases?number=${foreign.marker}`],
    ['lists of its survey', () => `/survey-lists?surveyId=${foreign.survey}`],
    ['its companies by name', () => `/companies?q=${foreign.marker}`],
    ['its customers by company', () => `/customers?q=${foreign.marker}`],
    ['tickets of its mailbox by deadline', (): string => `/tickets?sort=dueAt&mailboxId=${foreign.mailbox}`],
    ['its customers by address', () => `/customers?email=${foreign.marker}@klient.example`],
    ['tickets of its queue', () => `/tickets?queueId=${foreign.queue}`],
    ['its customers by name', () => `/customers?q=${foreign.marker}`],
  ] as [string, () => string][])('%s: an empty list', async (_what, path) => {
    expect((await kontuar.ask('GET', path())).body).toEqual({ items: [], next: null })
  })

  test.each([
    ['give a ticket to its staff', 'PATCH', (): string => `/tickets/${own.ticket}`, (): object => ({ assigneeId: foreign.staff })],
    ['write through its mailbox', 'POST', () => '/tickets', () => ({ to: [{ name: '', address: 'a@b.example' }], subject: 'x', text: 'x', mailboxId: foreign.mailbox })],
    ['answer through its mailbox', 'POST', (): string => `/tickets/${own.ticket}/interactions`, () => ({ text: 'x', mailboxId: foreign.mailbox })],
    ['attach its file', 'POST', (): string => `/tickets/${own.ticket}/interactions`, () => ({ text: 'x', kind: 'note', attachmentIds: [foreign.upload] })],
    ['attach its attachment', 'POST', (): string => `/tickets/${own.ticket}/interactions`, () => ({ text: 'x', kind: 'note', attachmentIds: [foreign.attachment] })],
    ['take its mailbox address', 'POST', () => '/mailboxes', () => ({ name: 'Mine', address: `${foreign.marker}@desk.example` })],
    ['move a ticket into its queue', 'PATCH', (): string => `/tickets/${own.ticket}`, (): object => ({ queueId: foreign.queue })],
    ['send a mailbox to its queue', 'PATCH', (): string => `/mailboxes/${own.mailbox}`, (): object => ({ queueId: foreign.queue })],
    ['send a mailbox to its location', 'PATCH', (): string => `/mailboxes/${own.mailbox}`, (): object => ({ locationId: foreign.location })],
    ['put its staff into a queue', 'PATCH', (): string => `/queues/${own.queue}`, (): object => ({ memberIds: [foreign.staff] })],
    ['put its team into a queue', 'PATCH', (): string => `/queues/${own.queue}`, (): object => ({ teamIds: [foreign.team] })],
    ['put its staff into a team', 'PATCH', (): string => `/teams/${own.team}`, (): object => ({ memberIds: [foreign.staff] })],
    ['put its location into a region', 'PATCH', (): string => `/regions/${own.region}`, (): object => ({ locationIds: [foreign.location] })],
    ['put its staff in charge of a location', 'PATCH', (): string => `/locations/${own.location}`, (): object => ({ managerId: foreign.staff })],
    ['put a location into its region', 'PATCH', (): string => `/locations/${own.location}`, (): object => ({ regionId: foreign.region })],
    ['close a task by its cause', 'PATCH', (): string => `/tasks/${own.task}`, (): object => ({ causeId: foreign.cause })],
    ['grant its queue', 'PUT', (): string => `/staff/${own.staff}/access`, (): object => ({ access: 'everything', queueIds: [foreign.queue], locationIds: [] })],
    ['grant its location', 'PUT', (): string => `/staff/${own.staff}/access`, (): object => ({ access: 'everything', queueIds: [], locationIds: [foreign.location] })],
    ['write a rule for its queue', 'POST', () => '/queue-rules', () => ({ name: 'x', conditions: { combinator: 'and', rules: [] }, queueId: foreign.queue })],
    ['name its staff in a note', 'POST', (): string => `/tickets/${own.ticket}/interactions`, (): object => ({ text: 'x', kind: 'note', mentions: [foreign.staff] })],
    ['keep a canned answer for its queue', 'POST', () => '/canned-answers', () => ({ name: 'x', texts: { pl: 'x' }, queueId: foreign.queue })],
    ['fill a canned answer from its ticket', 'GET', (): string => `/canned-answers/${own.cannedAnswer}/filled?ticketId=${foreign.ticket}`, (): object => ({})],
    ['ask its customers by a list', 'POST', () => '/survey-lists', (): object => ({ surveyId: own.survey, name: 'x', road: 'email', sendAt: '2026-01-01T00:00:00Z', customerIds: [foreign.customer] })],
    ['ask a list by its survey', 'POST', () => '/survey-lists', (): object => ({ surveyId: foreign.survey, name: 'x', road: 'email', sendAt: '2026-01-01T00:00:00Z', csv: 'email\na@b.example' })],
    ['import its file', 'POST', (): string => `/surveys/${own.survey}/import/preview`, (): object => ({ fileId: foreign.upload })],
    ['tell of a purchase at its location', 'POST', () => '/purchases', (): object => ({ kind: 'purchase', number: 'x', customer: { email: 'a@b.example' }, locationId: foreign.location })],
    ['set up a shop at its location', 'POST', () => '/shop-sources', (): object => ({ name: 'x', locationId: foreign.location })],
    ['copy its survey', 'POST', () => '/surveys', (): object => ({ copyOf: foreign.survey })],
    ['invite to a survey from its mailbox', 'PATCH', (): string => `/surveys/${own.survey}`, (): object => ({ mailboxId: foreign.mailbox })],
    ['test its mailbox', 'POST', () => '/mailboxes/test', () => ({ id: foreign.mailbox })],
  ] as [string, 'GET' | 'PATCH' | 'POST' | 'PUT', () => string, () => object][])('nobody can %s', async (_what, method, path, body) => {
    const answer = await kontuar.ask(method, path(), method === 'GET' ? undefined : body())
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    // Only what was sent in may come back.
    const sent = JSON.stringify(body())
    expect(sent.includes(foreign.marker) || !answer.text.includes(foreign.marker)).toBe(true)
  })
})
