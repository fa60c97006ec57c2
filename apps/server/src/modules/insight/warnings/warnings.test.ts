// Guards the looks: what is planted is found once, in time, in its place; what was killed, doubled or late raises nothing; and who sees and decides what.
import { warningKinds } from '@kontuar/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { alsoInTransaction } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { putFacts, type TestFact } from '../sums/testing.ts'
import { rebuildSums } from '../sums/rebuild-sums.ts'
import { lookForWarnings } from './look/look-for-warnings.ts'
import { factsOfLife, type Life } from './testing.ts'

const [hour, day] = [3_600_000, 86_400_000]
// A Monday; the last days are no holidays.
const from = Date.UTC(2029, 1, 26)
let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function organization(facts: readonly TestFact[], locations: readonly string[] = []): Promise<number> {
  const { platform: { db } } = kontuar
  const [{ id }] = await asOwner<{ id: number }>(`insert into org (name, time_zone) values ('Salon', 'UTC') returning id`)
  await db.write(id, async (tx) => {
    for (const [i, location] of locations.entries()) await tx.query('insert into location (org_id, id, name) values ($1, $2, $3)', [id, location, `Salon ${i}`])
    for (let i = 0; i < facts.length; i += 5000) await putFacts(tx, facts.slice(i, i + 5000))
    await rebuildSums(tx)
  })
  return id
}
async function asOwner<R extends object>(text: string, values: unknown[] = []): Promise<[R, ...R[]]> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: kontuar.ownerUrl })
  await client.connect()
  const { rows } = await client.query(text, values)
  await client.end()
  return rows as [R, ...R[]]
}
const put = (org: number, facts: readonly TestFact[]) => kontuar.platform.db.write(org, (tx) => putFacts(tx, facts))
const look = (org: number, at: number) => lookForWarnings(kontuar.platform.db, org, new Date(at))
interface Row { id: string; kind: string; key: string; state: string; times: number; began_at: Date; seen_at: Date; location_id: string | null; facts: { expected: number; came: number; p: number; causes: string[]; advice: string[]; rows: { metric: string; from: string; to: string }; method: string } }
const warnings = (org: number) => kontuar.platform.db.read(org, (tx) => tx.query<Row>('select * from warning where org_id = $1 order by began_at, key', [org]))
const kinds = async (org: number) => (await warnings(org)).map(({ kind, state }) => `${kind} ${state}`)

/** A shop of forty contacts a day: what is planted is large, so that it is found whatever the draw. */
const shop = (more: Partial<Life> = {}): Life => ({ from, days: 105, incoming: 32, complaints: 0.06, answers: 0.3, ...more })
const days = 105
const end = from + days * day

describe('what is planted is found', () => {
  test('four times the complaints, once, with its figures and rows; the next looks see it again', async () => {
    const org = await organization(factsOfLife(shop({ planted: (i) => (i >= days - 7 ? { complaints: 4 } : {}) })))
    expect(await look(org, end + 3 * hour)).toBe(true)
    const [warning, ...others] = (await warnings(org)).filter(({ kind }) => kind === 'complaints-rise')
    expect(others).toEqual([])
    expect(warning).toMatchObject({ key: 'complaints-rise all', state: 'open', location_id: null, times: 1, facts: { rows: { metric: 'complaints' } } })
    const { expected, came, p, causes, rows } = warning!.facts
    expect(came).toBeGreaterThan(2 * expected)
    expect(p).toBeLessThan(0.01)
    expect(causes).toEqual(['bad-service'])
    expect(Date.parse(rows.from)).toBeGreaterThanOrEqual(from + (days - 14) * day)

    await put(org, factsOfLife(shop({ from: end, days: 2, seed: 2, planted: () => ({ complaints: 4 }) })))
    await look(org, end + 2 * day + 3 * hour)
    const again = (await warnings(org)).filter(({ kind }) => kind === 'complaints-rise')
    expect(again).toHaveLength(1)
    expect(again[0]!.times).toBeGreaterThan(1)
  })

  test('on the very day, before it is over', async () => {
    const org = await organization(factsOfLife(shop()))
    await look(org, end + 3 * hour)
    expect(await kinds(org)).not.toContain('complaints-rise open')
    const burst = factsOfLife(shop({ from: end, days: 1, seed: 3, planted: () => ({ complaints: 16 }) })).filter((fact) => fact.at < end + 13 * hour)
    await put(org, burst)
    await look(org, end + 13 * hour + 15 * 60_000)
    expect(await kinds(org)).toContain('complaints-rise open')
  })

  test('silence, within hours, and it is over when contacts are back', async () => {
    const org = await organization(factsOfLife(shop()))
    await look(org, end + 3 * hour)
    expect((await kinds(org)).filter((kind) => kind.startsWith('silence'))).toEqual([])
    const tomorrow = factsOfLife(shop({ from: end, days: 2, seed: 4 }))
    await put(org, tomorrow.filter((fact) => fact.at < end + 11 * hour))
    await look(org, end + 11 * hour + 15 * 60_000)
    expect((await kinds(org)).filter((kind) => kind.startsWith('silence'))).toEqual([])
    await look(org, end + 15 * hour + 15 * 60_000)
    const warning = (await warnings(org)).find(({ kind }) => kind === 'silence')
    expect(warning).toMatchObject({ key: 'silence all stops', state: 'open', facts: { came: 0, advice: expect.arrayContaining(['check-the-channel']) } })
    expect(warning!.facts.expected).toBeGreaterThan(6)
    expect(warning!.began_at.getTime()).toBe(end + 11 * hour)
    await put(org, tomorrow.filter((fact) => fact.at >= end + 15 * hour + 15 * 60_000))
    await look(org, end + day + 12 * hour + 15 * 60_000)
    expect((await warnings(org)).filter(({ kind }) => kind === 'silence').map(({ state }) => state)).toEqual(['over'])
  })

  test('a day the exchange counted and the diary has not, two days later', async () => {
    const life = (more: Partial<Life>) => factsOfLife(shop({ exchange: true, ...more }))
    const org = await organization(life({}))
    await look(org, end + 3 * hour)
    expect(await kinds(org)).not.toContain('sources-disagree open')
    await put(org, life({ from: end, days: 1, seed: 5 }).filter((fact) => fact.kind === 'outside'))
    await put(org, life({ from: end + day, days: 1, seed: 6 }))
    await look(org, end + 2 * day + 3 * hour)
    const warning = (await warnings(org)).find(({ kind }) => kind === 'sources-disagree')
    expect(warning!.facts).toMatchObject({ causes: ['entry-missing'], advice: ['record-what-is-missing'], method: 'two-counts' })
    expect(warning!.began_at.getTime()).toBe(end)
  })

  test('a fall of the NPS, of the one location that fell, and not of the others', async () => {
    const [good, bad] = [newId(), newId()].toSorted() as [string, string]
    const lives = [good, bad].flatMap((locationId, i) => factsOfLife(shop({ locationId, seed: 10 + i, answers: 0.6, planted: (on) => (locationId === bad && on >= days - 14 ? { promoters: 0.2 } : {}) })))
    const org = await organization(lives, [good, bad])
    await look(org, end + 3 * hour)
    const found = (await warnings(org)).filter(({ kind }) => kind === 'nps-falls')
    expect(found.map(({ location_id: location }) => location)).toContain(bad)
    expect(found.map(({ location_id: location }) => location)).not.toContain(good)
    const fell = found.find(({ location_id: location }) => location === bad)
    expect(fell!.facts.expected - fell!.facts.came).toBeGreaterThan(20)
  })

  test('no answer any more among hundreds of contacts', async () => {
    const org = await organization(factsOfLife(shop({ planted: (i) => (i >= days - 8 ? { answers: 0 } : {}) })))
    await look(org, end + 3 * hour)
    const warning = (await warnings(org)).find(({ kind }) => kind === 'no-feedback')
    expect(warning!.facts).toMatchObject({ came: 0, causes: ['nobody-is-asked'], advice: ['invite-opinions'] })
  })
})

describe('a look', () => {
  test('that was killed has not happened; repeated it raises each once', async () => {
    const org = await organization(factsOfLife(shop({ planted: (i) => (i >= days - 7 ? { complaints: 4 } : {}) })))
    await expect(alsoInTransaction.run((tx) => tx.query('select 1 / 0 where exists (select from warning where org_id = $1)', [tx.orgId]), () => look(org, end + 3 * hour))).rejects.toThrow('division by zero')
    expect(await warnings(org)).toEqual([])
    await Promise.all([look(org, end + 3 * hour), look(org, end + 3 * hour)])
    expect(await look(org, end + 3 * hour)).toBe(false)
    expect((await warnings(org)).filter(({ kind }) => kind === 'complaints-rise').map(({ times }) => times)).toEqual([1])
  })

  test('is told of what it raises and of what is over', async () => {
    const org = await organization(factsOfLife(shop({ planted: (i) => (i >= days - 7 ? { complaints: 4 } : {}) })))
    await look(org, end + 3 * hour)
    const warning = (await warnings(org)).find(({ kind }) => kind === 'complaints-rise')
    const events = () => kontuar.platform.db.read(org, (tx) => tx.query<{ name: string; ids: object }>(`select name, ids from event where org_id = $1 and ids ->> 'warningId' = $2 order by at`, [org, warning!.id]))
    expect(await events()).toEqual([{ name: 'insight.warningRaised', ids: { warningId: warning!.id } }])
    await put(org, factsOfLife(shop({ from: end, days: 40, seed: 7, planted: () => ({ complaints: 0.2 }) })))
    await look(org, end + 40 * day + 3 * hour)
    expect((await events()).map(({ name }) => name)).toEqual(['insight.warningRaised', 'insight.warningOver'])
  })

  test('is not moved by facts that came late', async () => {
    const org = await organization(factsOfLife(shop()))
    await look(org, end + 3 * hour)
    const before = await kinds(org)
    await put(org, factsOfLife(shop({ from: end - 6 * day, days: 4, seed: 8, planted: () => ({ complaints: 8 }) })).filter(({ kind }) => kind === 'complaint'))
    await look(org, end + 4 * hour)
    expect(await kinds(org)).toEqual(before)
  })

  test('waits while facts are not derived yet: that is no silence', async () => {
    const org = await organization(factsOfLife(shop()))
    await look(org, end + 3 * hour)
    await asOwner(`insert into fact_to_derive (org_id, kind, subject_id, due_at) values ($1, 'ticket', gen_random_uuid(), $2)`, [org, new Date(end + 4 * hour)])
    expect(await look(org, end + 16 * hour)).toBe(false)
  })

  test('reads a few statements, however many locations there are', async () => {
    const statementsOf = async (places: number) => {
      const locations = Array.from({ length: places }, () => newId())
      const org = await organization(locations.flatMap((locationId, i) => factsOfLife(shop({ locationId, days: 61, incoming: 2, seed: 20 + i }))), locations)
      await kontuar.platform.db.write(org, (tx) => tx.query('insert into warning_setting (org_id, definition) values ($1, $2)', [org, JSON.stringify({ falseAlarmsPerMonth: 0.1, perLocation: true, kinds: {} })]))
      await look(org, from + 60 * day + 3 * hour)
      let statements = 0
      const { db } = kontuar.platform
      await lookForWarnings({ ...db, report: (id, work) => db.report(id, (tx) => work({ ...tx, orgId: tx.orgId, query: (text, values, name) => { statements++; return tx.query(text, values, name) } })) }, org, new Date(from + 61 * day + 3 * hour))
      return statements
    }
    const [few, many] = [await statementsOf(2), await statementsOf(6)]
    expect(many).toBe(few)
    expect(many).toBeLessThan(40)
  }, 60_000)

  test('ends what is watched no longer', async () => {
    const org = await organization(factsOfLife(shop({ planted: (i) => (i >= days - 7 ? { complaints: 4 } : {}) })))
    await look(org, end + 3 * hour)
    await kontuar.platform.db.write(org, (tx) => tx.query('insert into warning_setting (org_id, definition, updated_at) values ($1, $2, $3)', [org, JSON.stringify({ falseAlarmsPerMonth: 2, perLocation: true, kinds: { 'complaints-rise': { on: false } } }), new Date(end + 3.5 * hour)]))
    expect(await look(org, end + 3.9 * hour)).toBe(true)
    expect(await kinds(org)).toContain('complaints-rise over')
  })

  test('looks through all that was, when everything is switched on again', async () => {
    const org = await organization([])
    const change = (definition: object, at: number) => kontuar.platform.db.write(org, (tx) => tx.query('insert into warning_setting (org_id, definition, updated_at) values ($1, $2, $3) on conflict (org_id) do update set definition = excluded.definition, updated_at = excluded.updated_at', [org, JSON.stringify(definition), new Date(at)]))
    await change({ kinds: Object.fromEntries(warningKinds.map((kind) => [kind, { on: false, threshold: null }])) }, end)
    expect(await look(org, end + 3 * hour)).toBe(true)
    await put(org, factsOfLife(shop({ planted: (i) => (i >= days - 7 ? { complaints: 4 } : {}) })))
    await change({}, end + 3.5 * hour)
    await look(org, end + 3.9 * hour)
    expect(await kinds(org)).toContain('complaints-rise open')
  })
})
