// Guards the promise of a back-test: a rule laid over simulated weeks gives the alarms it gave while it lived through the same weeks. It lives
// with a clock of its own: jobs are told of what came in the hour shuffled and doubled, some answers come late from a kiosk that was offline,
// some from a list, a worker dies in between, and ticks are missed and made up.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AlertRuleDefinition } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../app/testing.ts'
import type { Event } from '../../../platform/events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { deriveSubjects } from '../../insight/index.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { buildNpsSurvey, buildRule, giveAnswers, type PastAnswer } from '../rules/testing.ts'
import { look } from '../watching/live/look-at-figures.ts'
import { judge } from '../watching/live/judge-events.ts'
import { pastAlarms } from './past-alarms.ts'
import type { Walk } from './walk.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
const days = 28
let kontuar: TestKontuar
let org: TestOrganization
/** Of the simulation: hours of the organization's zone begin with it. */
const begin = Date.parse('2026-03-02T00:00:00Z')
const end = begin + days * day
const rest = 12 * minute

const given: PastAnswer[] = []
const rules = new Map<string, { id: string; definition: AlertRuleDefinition }>()

const low = { combinator: 'and', rules: [{ field: 'tone', operator: '=', value: 'low' }] }
const definitions: Record<string, AlertRuleDefinition> = {
  'each low rating in the morning': { kind: 'event', on: 'answer', where: { combinator: 'and', rules: [...low.rules, { field: 'hour', operator: '<', value: 11 }] } },
  'three in a row at a location': { kind: 'sequence', on: 'answer', fits: low, each: 'location', n: 3 },
  'two in a row of newcomers, wherever': { kind: 'sequence', on: 'answer', fits: { combinator: 'and', rules: [{ field: 'score', operator: '<=', value: 3 }] }, among: { combinator: 'and', rules: [{ field: 'channel', operator: '=', value: 'phone' }] }, each: 'all', n: 2 },
  'NPS of a location below a line, with hysteresis': { kind: 'figure', metric: 'nps', where: null, each: 'location', days: 7, test: { test: 'below', value: -10, backAt: 15 }, minimum: 12, noData: 'tell', noDataDays: 3 },
  'NPS falls for certain': { kind: 'figure', metric: 'nps', where: null, each: 'all', days: 10, test: { test: 'falls', by: 15, against: 'before' }, minimum: 20, noData: 'quiet' },
  'few answers of a channel': { kind: 'figure', metric: 'answers', where: { combinator: 'and', rules: [{ field: 'channel', operator: '!=', value: 'chat' }] }, each: 'channel', days: 2, test: { test: 'below', value: 2 }, minimum: 1, noData: 'quiet' },
  'the share of a channel grows': { kind: 'figure', metric: 'answers', where: null, each: 'channel', days: 14, test: { test: 'share-grows', by: 0.1, against: 'before' }, minimum: 30, noData: 'quiet' },
  'a trend over weeks': { kind: 'figure', metric: 'nps', where: null, each: 'all', days: 7, test: { test: 'trend', direction: 'down', weeks: 5 }, minimum: 50, noData: 'quiet' },
  'silence at a location': { kind: 'silence', on: 'answer', where: null, each: 'location', hours: 14, calendarId: null },
  'a word in a contact': { kind: 'event', on: 'interaction', where: { combinator: 'and', rules: [{ field: 'text', operator: 'contains', value: 'ZWROT' }, { field: 'priority', operator: '=', value: 'normal' }] } },
  'three calls in a row at a location': { kind: 'sequence', on: 'interaction', fits: { combinator: 'and', rules: [{ field: 'kind', operator: '=', value: 'call' }] }, each: 'location', n: 3 },
  'a ticket that is opened by phone': { kind: 'event', on: 'ticket', where: { combinator: 'and', rules: [{ field: 'happened', operator: '=', value: 'opened' }, { field: 'channel', operator: '=', value: 'phone' }] } },
  'a missed deadline': { kind: 'event', on: 'breach', where: { combinator: 'and', rules: [{ field: 'happened', operator: '=', value: 'breached' }] } },
  'silence of contacts': { kind: 'silence', on: 'interaction', where: null, each: 'all', hours: 7, calendarId: null },
  'silence anywhere': { kind: 'silence', on: 'answer', where: { combinator: 'and', rules: [{ field: 'channel', operator: '=', value: 'phone' }] }, each: 'all', hours: 20, calendarId: null },
}

/** Mulberry32. */
let state = 20_260_302
function random(): number {
  state = (state + 0x6d2b79f5) >>> 0
  let t = Math.imul(state ^ (state >>> 15), state | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
const shuffled = <T>(items: readonly T[]): T[] => items.map((item) => ({ item, by: random() })).sort((a, b) => a.by - b.by).map(({ item }) => item)
const event = (name: string, ids: Record<string, string>): Event => ({ id: newId(), name, at: new Date().toISOString(), ids, detail: {} })
/** What the desk is told, and when it took it. */
const told: { takenAt: number; event: Event }[] = []
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org.orgId, work)

beforeAll(async () => {
  kontuar = await startTestKontuar({}, { organizations: false })
  org = await buildOrganization(kontuar.platform.db)
  await write(async (tx) => {
    // Whole hours around the clock: silence counts as time passes.
    await tx.query('update calendar set is_default = false where org_id = $1', [tx.orgId])
    for (const [name, definition] of Object.entries(definitions)) rules.set(name, { id: await buildRule(tx, definition, { name, since: new Date(begin) }), definition })
  })
  await writeLife()
  await writeDesk()
  await live()
}, 600_000)
afterAll(() => kontuar.stop())

/** Three shops: one slowly gets worse, one falls silent for some days, one has a bad week. */
async function writeLife() {
  const locations = [newId(), newId(), newId()]
  const surveyId = await write(async (tx) => {
    await tx.query(`insert into location (org_id, id, name) select $1, id, id::text from unnest($2::uuid[]) id`, [tx.orgId, locations])
    return buildNpsSurvey(tx)
  })
  const lives: PastAnswer[] = []
  for (let at = begin - 30 * day; at < end; at += hour * (0.4 + 5 * random())) {
    const on = (at - begin) / day
    const shop = Math.floor(random() * 3)
    if (shop === 1 && on > 12 && on < 17) continue
    const sorry = 0.2 + (shop === 0 ? Math.max(0, on + 20) * 0.01 : shop === 2 && on > 17 && on < 24 ? 0.65 : 0)
    // Now and then several within seconds, that come in another order than they happened.
    for (let n = random() < 0.05 ? 6 : 1; n > 0; n--) {
      const moment = Math.floor(at + 2000 * n * random())
      const late = random() < 0.04 ? hour * (1 + 20 * random()) : 20_000 * random()
      lives.push({ id: newId(), at: moment, score: random() < sorry ? Math.floor(7 * random()) : 7 + Math.floor(4 * random()), locationId: locations[shop]!, channel: random() < (on > 14 ? 0.8 : 0.35) ? 'phone' : random() < 0.5 ? 'email' : 'chat', takenAt: Math.floor(moment + late), imported: random() < 0.02 })
    }
  }
  given.push(...lives.filter((l) => l.at >= begin))
  await write(async (tx) => {
    await giveAnswers(tx, surveyId, lives)
    await deriveSubjects(tx, (kind) => (kind === 'answer' ? lives.map((l) => l.id) : []))
  })
}

/** Tickets of two shops with some contacts each, calls entered in the evening among them, and deadlines that were missed. */
async function writeDesk() {
  const customerId = newId()
  const entries: object[] = []
  const tickets: object[] = []
  const { items: places } = { items: await kontuar.platform.db.read(org.orgId, (tx) => tx.query<{ id: string }>('select id from location where org_id = $1 order by id limit 2', [tx.orgId])) }
  for (let at = begin - day; at < end; at += hour * (2 + 12 * random())) {
    const ticketId = newId()
    const channel = random() < 0.4 ? 'phone' : 'email'
    const began = Math.floor(at)
    tickets.push({ id: ticketId, number: 900_000 + tickets.length, channel, location: places[Math.floor(random() * 2)]!.id, at: new Date(began).toISOString() })
    told.push({ takenAt: began, event: event('diary.ticketCreated', { ticketId }) })
    for (let n = 0; n < 1 + 3 * random(); n++) {
      const entryAt = Math.floor(began + n * hour * 9 * random())
      const takenAt = n > 0 && random() < 0.15 ? Math.floor(entryAt + hour * 6 * random()) : entryAt
      const breach = n > 0 && random() < 0.2
      const id = newId()
      entries.push({ id, ticket: ticketId, kind: breach ? 'event' : random() < 0.6 ? 'call' : 'message', direction: breach ? 'internal' : 'in', channel, at: new Date(entryAt).toISOString(), taken: new Date(breach ? entryAt : takenAt).toISOString(), text: random() < 0.1 ? 'Proszę o zwrot pieniędzy' : 'Dzień dobry', event: breach ? { name: 'sla-breached', detail: { kind: 'resolution', dueAt: new Date(entryAt).toISOString() } } : null })
      told.push({ takenAt: breach ? entryAt : takenAt, event: breach ? event('routing.clockFired', { interactionId: id, ticketId }) : event('diary.interactionRecorded', { interactionId: id, ticketId }) })
    }
  }
  await write(async (tx) => {
    await tx.query(`insert into customer (org_id, id, name) values ($1, $2, 'Anna')`, [tx.orgId, customerId])
    await tx.query(`insert into ticket (org_id, id, number, subject, customer_id, channel, location_id, last_interaction_at, last_direction, created_at) select $1, t.id, t.number, 'Buty', $2, t.channel, t.location, t.at, 'in', t.at from jsonb_to_recordset($3) t (id uuid, number bigint, channel text, location uuid, at timestamptz)`, [tx.orgId, customerId, JSON.stringify(tickets)])
    await tx.query(`insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, created_at, text, event) select $1, e.id, e.ticket, $2, e.kind, e.direction, e.channel, e.at, e.taken, e.text, e.event from jsonb_to_recordset($3) e (id uuid, ticket uuid, kind text, direction text, channel text, at timestamptz, taken timestamptz, text text, event jsonb)`, [tx.orgId, customerId, JSON.stringify(entries)])
  })
}

/**
 * Hour by hour: what came in it is told shuffled and in part twice, then the figures are looked at. The worker dies sometimes, and is away for
 * some hours twice.
 */
async function live() {
  const { db } = kontuar.platform
  // An answer of the future is none yet: it becomes one when it is taken.
  const hidden = given.map((g) => g.id)
  await write((tx) => tx.query('update answer set invalid_at = now() where org_id = $1 and id = any ($2)', [tx.orgId, hidden]))
  const byHour = Map.groupBy(given.filter((g) => !g.imported), (g) => Math.floor(g.takenAt / hour))
  const importedByHour = Map.groupBy(given.filter((g) => g.imported), (g) => Math.floor(g.takenAt / hour))
  const byDesk = Map.groupBy(told, (t) => Math.floor(t.takenAt / hour))
  let looked = begin
  for (let at = begin; at < end; at += hour) {
    const [came, listed] = [byHour.get(at / hour) ?? [], importedByHour.get(at / hour) ?? []]
    if (came.length + listed.length > 0) {
      await write((tx) => tx.query('update answer set invalid_at = null where org_id = $1 and id = any ($2)', [tx.orgId, [...came, ...listed].map((g) => g.id)]))
    }
    const jobs = [...came.map(({ id }) => event('feedback.answerTaken', { answerId: id })), ...(byDesk.get(at / hour) ?? []).map((t) => t.event)]
    // What was committed together is told together.
    const order = shuffled([...jobs, ...jobs.filter(() => random() < 0.3)])
    for (let i = 0; i < order.length; i += 3) {
      const together = order.slice(i, i + 3)
      if (random() < 0.05) await write(async (tx) => { await judge(tx, together); throw new Error('killed') }).catch((error: Error) => { if (error.message !== 'killed') throw error })
      await write((tx) => judge(tx, together))
    }
    const away = (at > begin + 15 * day && at < begin + 15 * day + 9 * hour) || (at > begin + 23 * day && at < begin + 25 * day)
    // Between two looks hours are made up.
    // What nobody looked at for three days is history.
    const long = at - looked > 2 * day
    if (away || (at + hour < end && !long && random() >= 0.12)) continue
    looked = at
    // Whoever looks sees what has come until then, though its jobs run later.
    const seen = (byHour.get(at / hour + 1) ?? []).filter((g) => g.takenAt < at + hour + rest).map((g) => g.id)
    await write((tx) => tx.query('update answer set invalid_at = null where org_id = $1 and id = any ($2)', [tx.orgId, seen]))
    await look(db, org.orgId, new Date(at + hour + rest), { error: ({ err }: { err: Error }) => { throw err } } as never)
  }
}

async function back(definition: AlertRuleDefinition) {
  const over: Walk = { from: begin, to: end, gathered: null, step: () => Promise.resolve(), keep: () => Promise.resolve() }
  return pastAlarms(kontuar.platform.db, org.orgId, definition, over, 'fine')
}

describe('lived through and laid over the past, the same alarms come of', () => {
  test.each(Object.keys(definitions))('%s', async (name) => {
    const { id, definition } = rules.get(name)!
    const lived = await kontuar.platform.db.read(org.orgId, (tx) => tx.query<{ occurrence: string; key: string; at: Date; no_data: boolean }>(
      'select f.occurrence, a.key, f.at, a.no_data from alert_firing f join alert a on a.org_id = f.org_id and a.id = f.alert_id where f.org_id = $1 and f.rule_id = $2 order by f.at, f.occurrence', [tx.orgId, id]))
    const { firings } = await back(definition)
    const past = firings.map((f) => ({ occurrence: f.occurrence, key: f.key, at: f.at, no_data: f.noData })).sort((a, b) => a.at.getTime() - b.at.getTime() || (a.occurrence < b.occurrence ? -1 : 1))
    expect(past.length, 'the simulation is to bring some').toBeGreaterThan(0)
    expect(lived).toEqual(past)
  }, 60_000)

  test('and what was over by itself then is over in the past', async () => {
    const { id, definition } = rules.get('silence at a location')!
    const { settled } = await back(definition)
    const lived = await kontuar.platform.db.read(org.orgId, (tx) => tx.query<{ n: number }>(`select count(*)::int as n from alert where org_id = $1 and rule_id = $2 and state = 'resolved' and resolved_reason = 'over'`, [tx.orgId, id]))
    expect(settled.length).toBeGreaterThan(0)
    expect(lived[0]!.n).toBe(settled.length)
  })
})
