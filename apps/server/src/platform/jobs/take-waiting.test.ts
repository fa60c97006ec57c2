// Guards that subscribers told of many transactions at once hear of each event exactly once, whoever dies, and that one poisoned event holds up no other.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../db/testing.ts'
import { createLog } from '../log.ts'
import type { SubscriberTogether } from './define.ts'
import { eventsAtOnce, startTaking, takeWaiting } from './take-waiting.ts'

let database: OpenedTestDatabase
beforeAll(async () => { database = await openTestDatabase({ subscribersOf: (name) => (name === 'test.happened' ? [{ together: 'test.hear' }] : []) }) })
afterAll(() => database.close())

let org: number
beforeEach(async () => {
  await database.asOwner('delete from event_waiting')
  org = await database.newOrganization()
})

const log = createLog('silent')
const happens = (...numbers: number[]) => database.db.write(org, async (tx) => { for (const n of numbers) tx.publish({ name: 'test.happened', ids: { n: String(n) } }) })
/** Its work is a row of its own: what is not committed is not heard. */
const hearing = (heard: (n: number) => void = () => {}): SubscriberTogether => ({
  name: 'test.hear',
  async handle(tx, events) {
    for (const { ids } of events) {
      await tx.query('insert into tag (org_id, id, name) values ($1, gen_random_uuid(), $2)', [tx.orgId, ids['n']])
      heard(Number(ids['n']))
    }
  },
})
const heardOf = async () => (await database.asOwner<{ name: string }>('select name from tag where org_id = $1', [org])).map((row) => Number(row.name)).sort((a, b) => a - b)
const take = (subscriber: SubscriberTogether) => takeWaiting({ db: database.db, log, subscribers: [subscriber] })
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i)

test('events of many transactions come together, in their order, once', async () => {
  for (const n of upTo(5)) await happens(n)
  const calls: string[][] = []
  await take({ name: 'test.hear', handle: async (_, events) => { calls.push(events.map((e) => e.ids['n']!)) } })
  expect(calls).toEqual([['0', '1', '2', '3', '4']])
  expect(await take(hearing())).toBe(0)
})

test('more than are taken at once are all taken', async () => {
  await happens(...upTo(2 * eventsAtOnce + 3))
  expect(await take(hearing())).toBe(2 * eventsAtOnce + 3)
  expect(await heardOf()).toEqual(upTo(2 * eventsAtOnce + 3))
})

test('of a transaction that was rolled back nobody hears', async () => {
  await database.db.write(org, async (tx) => { tx.publish({ name: 'test.happened', ids: { n: '1' } }); throw new Error('no') }).catch(() => {})
  expect(await take(hearing())).toBe(0)
})

test('several who take at once hear of each once', async () => {
  await happens(...upTo(150))
  await Promise.all(upTo(4).map(() => take(hearing())))
  expect(await heardOf()).toEqual(upTo(150))
})

test('a poisoned event is put off alone, and is told when its time has come', async () => {
  await happens(...upTo(10))
  let poisoned = true
  const subscriber = hearing((n) => { if (n === 4 && poisoned) throw new Error('poison') })
  await take(subscriber)
  expect(await heardOf()).toEqual(upTo(10).filter((n) => n !== 4))
  const waiting = await database.asOwner<{ attempts: number; later: boolean }>('select attempts, due_at > now() as later from event_waiting where org_id = $1', [org])
  expect(waiting).toEqual([{ attempts: 1, later: true }])
  poisoned = false
  expect(await take(subscriber)).toBe(0)
  await database.asOwner('update event_waiting set due_at = now()')
  await take(subscriber)
  expect(await heardOf()).toEqual(upTo(10))
})

test('events for a subscriber nobody knows wait', async () => {
  await happens(1)
  expect(await takeWaiting({ db: database.db, log, subscribers: [] })).toBe(0)
  expect(await take(hearing())).toBe(1)
})

test('whoever listens hears what waited and what comes, and stops after what it has begun', async () => {
  await happens(1)
  const taker = await startTaking({ db: database.db, log, subscribers: [hearing()] }, database.ownerUrl)
  try {
    await expect.poll(heardOf, { timeout: 5000 }).toEqual([1])
    await happens(2)
    await expect.poll(heardOf, { timeout: 5000 }).toEqual([1, 2])
  } finally {
    await taker.stop()
  }
  await happens(3)
  expect(await heardOf()).toEqual([1, 2])
})
