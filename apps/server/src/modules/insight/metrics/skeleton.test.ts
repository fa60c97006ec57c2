// Guards that a number is right while its facts wait, after they were summed, and after all sums were made anew.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { rebuildSums } from '../sums/rebuild-sums.ts'
import { rollFacts } from '../sums/roll-facts.ts'
import { buildFact, putFacts } from '../sums/testing.ts'
import { everybody } from './asker.ts'
import { metricCalled, readCatalogue } from './metric-by-name.ts'
import { readMetric } from './read-metric.ts'
import { startReading } from './sources/reading.ts'

let database: OpenedTestDatabase
let org: number
beforeAll(async () => { database = await openTestDatabase(); org = await database.newOrganization() })
afterAll(() => database.close())

const read = (name: string, query = {}) => database.db.read(org, async (tx) => {
  await tx.query('set transaction isolation level repeatable read')
  return readMetric(await startReading(tx, everybody), metricCalled(await readCatalogue(tx), name), { from: '2030-01-01', to: '2030-03-05', ...query })
})
const write = <T>(work: (tx: Tx) => Promise<T>) => database.db.write(org, work)

test('a figure is the same waiting, summed and made anew', async () => {
  const at = (day: number, hour: number) => Date.UTC(2030, 0, day, hour, 30)
  await write((tx) => putFacts(tx, [1, 2, 31, 32, 59, 63].flatMap((day) => [
    buildFact({ kind: 'entry', at: at(day, 12), channel: 'email', measures: { 'contact-in': 1, 'first-response': 60 * day } }),
    buildFact({ kind: 'ticket-resolved', at: at(day, 13), measures: { 'one-touch': day % 2, 'resolution': 100 } }),
  ])))
  const look = async () => [(await read('contacts-in')).figure.value, (await read('fcr-one-touch')).figure.parts, (await read('first-response-mean')).figure.value, (await read('first-response-median')).figure.value, (await read('contacts-in', { to: '2030-02-01T12:00:00Z' })).figure.value]
  const first = await look()
  expect(first.slice(0, 3)).toEqual([6, { numerator: 4, denominator: 6 }, 60 * (1 + 2 + 31 + 32 + 59 + 63) / 6])
  expect(first[4]).toBe(3)
  expect(Math.abs((first[3] as number) / (31 * 60) - 1)).toBeLessThan(0.01)
  expect(await write((tx) => rollFacts(tx))).toBe(12)
  expect(await look()).toEqual(first)
  expect(await write((tx) => rebuildSums(tx))).toBe(12)
  expect(await look()).toEqual(first)
  expect((await read('contacts-in')).read.from).toBe('sums')
})
