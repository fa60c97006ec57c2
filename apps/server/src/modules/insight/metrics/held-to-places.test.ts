// Guards that whoever sees some queues and locations only gets every number of these alone, and as many rows; and that the sums, which know no
// rows, are closed to them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { viewer } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { readyMadeMetrics } from '../catalogue/ready-made.ts'
import { rollFacts } from '../sums/roll-facts.ts'
import { putFacts, type TestFact } from '../sums/testing.ts'
import type { Asker } from './asker.ts'
import { countByHand, standing } from './by-hand.fixture.ts'
import { randomFacts } from './random-facts.fixture.ts'
import { readMetric } from './read-metric.ts'
import { foreignTo } from './refuse-foreign.ts'
import { listRows } from './rows/list-rows.ts'
import { startReading } from './sources/reading.ts'

let kontuar: TestKontuar
let org: number
let queues: string[]
let locations: string[]
let person: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  queues = (await kontuar.ask('GET', '/queues')).body.items.slice(0, 2).map((q: { id: string }) => q.id)
  locations = await Promise.all(['Kraków', 'Gdańsk'].map(async (name) => (await kontuar.ask('POST', '/locations', { name })).body.id as string))
  person = kontuar.orgA.staff.observer.staffId
  const answer = await kontuar.ask('PUT', `/staff/${person}/access`, { access: 'granted', queueIds: [queues[0]], locationIds: [locations[0]] })
  if (answer.status !== 200) throw new Error(answer.text)
})
afterAll(() => kontuar.stop())

const seen = (f: TestFact) => (f.queueId === null ? f.locationId === locations[0] : f.queueId === queues[0] && (f.locationId === null || f.locationId === locations[0]))

test('for every metric', async () => {
  const pools = { queues: [...queues, null], locations: [...locations, null], staff: [person, null], teams: [newId(), null], reasons: [null], surveys: [newId(), null], touchpoints: [null], fieldId: newId(), options: ['a'] }
  const facts = fc.sample(randomFacts(pools), { numRuns: 2, seed: 21 }).flat()
  await kontuar.platform.db.write(org, async (tx) => { await putFacts(tx, facts); await rollFacts(tx, 100) })
  const asker: Asker = { staffId: person, restricted: true, ownOnly: false }
  const mine = standing(facts).filter(seen)
  expect(mine.length).toBeGreaterThan(40)
  const look = <T>(work: Parameters<typeof kontuar.platform.db.report<T>>[1]) => viewer.run(person, () => kontuar.platform.db.report(org, work))
  const [from, to] = ['2030-01-10', '2030-04-05']
  for (const metric of readyMadeMetrics) {
    const found = await look(async (tx) => readMetric(await startReading(tx, asker), metric, { from, to, ...(foreignTo(metric).includes('queue') ? {} : { by: 'queue' }), step: 'month' }))
    const [start, end] = [Date.parse(found.from), Date.parse(found.to)]
    const channel = metric.where === undefined ? null : (metric.where.rules[0] as { value: string }).value
    const truth = countByHand(metric, mine.filter((f) => f.at < end && (metric.form.form === 'level' || f.at >= start) && (channel === null || f.channel === channel)))
    expect(found.read.from).toBe('facts')
    expect(found.figure.n, metric.name).toBe(truth.n)
    if (truth.value !== null && !truth.about) expect(found.figure.value, metric.name).toBeCloseTo(truth.value, 9)
    expect((found.groups ?? []).every((g) => g.key === null || g.key === queues[0]), metric.name).toBe(true)
    const rows = await look(async (tx) => listRows(await startReading(tx, asker), metric, { from, to, where: null, limit: 200 }, new Set()))
    expect(rows.items, metric.name).toHaveLength(truth.n)
  }
})

test('sums, histograms and what waits of other places stay unread', async () => {
  const read = (table: string) => viewer.run(person, () => kontuar.platform.db.read(org, (tx) => tx.query(`select 1 from ${table} where org_id = $1`, [org])))
  for (const table of ['fact_series', 'fact_sum']) expect(await read(table)).toEqual([])
  expect(await read('fact_bin')).toEqual([])
  const facts = await viewer.run(person, () => kontuar.platform.db.read(org, (tx) => tx.query<{ queue_id: string | null }>('select queue_id from fact where org_id = $1', [org])))
  expect(facts.length).toBeGreaterThan(0)
  expect(facts.every((f) => f.queue_id === null || f.queue_id === queues[0])).toBe(true)
})
