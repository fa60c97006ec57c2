// Guards the live feed: nothing committed is ever lost to a browser, whatever order transactions commit in,
// and nothing of another organization is told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LiveBatch } from '@kontuar/contracts'
import { openTestDatabase, type OpenedTestDatabase } from '../db/testing.ts'
import { forgetTheTold } from '../forget.ts'
import { createLog } from '../log.ts'
import { startLive, type Live } from './hub.ts'
import type { Sight } from './sight.ts'
import { readClientMessage } from './routes.ts'

let database: OpenedTestDatabase
let live: Live
let org: number
let other: number
beforeAll(async () => {
  database = await openTestDatabase({ max: 10 })
  live = await startLive({ db: database.db, log: createLog('silent') } as never, database.ownerUrl, sight)
  org = await database.newOrganization()
  other = await database.newOrganization()
})
afterAll(async () => {
  await live.stop()
  await database.close()
})

const everybody = { staffId: 'boss', access: 'everything' as const }
/** Those held to what they may see are told of tickets whose name begins with theirs. */
const sight: Sight = async () => (staffId, { ids }) => ids['id']!.startsWith(staffId)
const happen = (orgId: number, id: string) => database.db.write(orgId, async (tx) => tx.publish({ name: 'test.happened', ids: { id } }))
/** Collects ids until each of `wanted` was seen; earlier ones may be told again (tail.ts says why). */
function collect(orgId: number, wanted: readonly string[], from: Live = live) {
  const seen: string[] = []
  const done = new Promise<void>((resolve) => {
    const end = from.subscribe(orgId, everybody, (batch) => {
      seen.push(...batch.events.map((e) => e.ids['id']!))
      if (wanted.every((id) => seen.includes(id))) { end(); resolve() }
    })
  })
  return { seen, done }
}
const idsOf = (batch: LiveBatch) => batch.events.map((e) => e.ids['id'])

describe('the live feed', () => {
  test('who may not see everything is told only what they may see, live and afterwards', async () => {
    const ewa = { staffId: 'ewa', access: 'granted' as const }
    const before = live.cursor()
    const told: string[] = []
    const end = live.subscribe(org, ewa, (batch) => told.push(...batch.events.map((e) => e.ids['id']!)))
    const { done } = collect(org, ['adam-1', 'ewa-1'])
    await happen(org, 'adam-1')
    await happen(org, 'ewa-1')
    await done
    await expect.poll(() => told).toContain('ewa-1')
    end()
    expect(told.filter((id) => id.startsWith('adam'))).toEqual([])
    expect(idsOf(await live.since(org, ewa, before))).toEqual(['ewa-1'])
    expect(await live.maySee(org, everybody, 'adam')).toBe(true)
  })

  test('tells each event of the organization, and none of another', async () => {
    const { seen, done } = collect(org, Array.from({ length: 20 }, (_, i) => `own-${i}`))
    await Promise.all(Array.from({ length: 20 }, (_, i) => Promise.all([happen(org, `own-${i}`), happen(other, `foreign-${i}`)])))
    await done
    expect(seen.filter((id) => id.startsWith('foreign'))).toEqual([])
  })

  test('a transaction that began first and commits last is told, and found again by a cursor taken before its commit', async () => {
    const late = await database.db.connect()
    await late.query(`begin; set local kontuar.org = '${org}'`)
    await late.query(`insert into event (org_id, id, name, ids) values ($1, gen_random_uuid(), 'test.happened', '{"id":"late"}')`, [org])
    const early = collect(org, ['early'])
    await happen(org, 'early')
    await early.done
    const cursor = live.cursor()
    const arrival = collect(org, ['late'])
    await late.query(`select pg_notify('kontuar_live', '')`)
    await late.query('commit')
    late.release()
    await arrival.done
    expect(arrival.seen).toContain('late')
    expect(idsOf(await live.since(org, everybody, cursor))).toContain('late')
  })

  test('resuming by cursor gives what was missed while away', async () => {
    const before = live.cursor()
    const { done } = collect(org, ['m1', 'm2', 'm3'])
    for (const id of ['m1', 'm2', 'm3']) await happen(org, id)
    await done
    expect(idsOf(await live.since(org, everybody, before))).toEqual(expect.arrayContaining(['m1', 'm2', 'm3']))
    // What is told again around the cursor is its own, never ours.
    expect(idsOf(await live.since(other, everybody, before)).filter((id) => !id!.startsWith('foreign'))).toEqual([])
  })

  test('a cursor from before what was forgotten answers a reset', async () => {
    const before = live.cursor()
    const { done } = collect(org, ['long ago'])
    await happen(org, 'long ago')
    await done
    // Whatever other test files hold open, at some time the watermark has passed it.
    const [{ xid }] = await database.asOwner<{ xid: string }>(`select xid::text from event where ids->>'id' = 'long ago'`) as [{ xid: string }]
    await expect.poll(async () => {
      await happen(org, 'later')
      return BigInt(live.cursor().split('.')[1]!) > BigInt(xid)
    }, { timeout: 15_000 }).toBe(true)
    const after = live.cursor()
    await database.asOwner(`update event set at = now() - interval '40 days' where ids->>'id' = 'long ago'`)
    await forgetTheTold({ db: database.db } as never).handle({} as never, { attempt: 1, maxAttempts: 1 })
    expect(await live.since(org, everybody, before)).toMatchObject({ reset: true })
    expect((await live.since(org, everybody, after)).reset).toBeUndefined()
  })

  test.each([['deadbeef.1'], ['nonsense'], [''], ["1' or '1'='1"]])('a foreign cursor %j answers a reset instead of silence', async (cursor) => {
    expect(await live.since(org, everybody, cursor)).toMatchObject({ reset: true, events: [] })
  })

  test('a second process on the same database tells the same, and its cursor is understood by the first', async () => {
    const second = await startLive({ db: database.db, log: createLog('silent') } as never, database.ownerUrl, sight)
    const before = second.cursor()
    const { done } = collect(org, ['elsewhere'], second)
    await happen(org, 'elsewhere')
    await done
    expect(idsOf(await live.since(org, everybody, before))).toContain('elsewhere')
    await second.stop()
  })

  test('survives the loss of its listening connection', async () => {
    await database.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kontuar-live' and datname = current_database()`)
    const { done } = collect(org, ['after the loss'])
    await happen(org, 'after the loss')
    await done
  })

  test('says who is at a ticket, to every process, and forgets who left', async () => {
    const ticketId = '0190a0a0-0000-7000-8000-000000000001'
    const next = () => new Promise<void>((resolve) => { const end = live.presence.onChange(() => { end(); resolve() }) })
    // The connection that listens may have been lost a moment ago: said again until it is heard, as browsers do. Said twice it changes nothing.
    let changed = next()
    const probe = setInterval(() => live.presence.say('probe', org, '0190a0a0-0000-7000-8000-00000000000f', { staffId: 's9', name: 'Ewa', state: 'viewing' }), 100)
    await changed
    clearInterval(probe)
    changed = next()
    live.presence.say('c1', org, ticketId, { staffId: 's1', name: 'Anna', state: 'writing' })
    await changed
    expect(live.presence.viewersOf(org, ticketId)).toEqual([{ staffId: 's1', name: 'Anna', state: 'writing' }])
    expect(live.presence.viewersOf(other, ticketId)).toEqual([])
    changed = next()
    live.presence.say('c1', org, null, { staffId: 's1', name: 'Anna', state: 'viewing' })
    await changed
    expect(live.presence.viewersOf(org, ticketId)).toEqual([])
  })
})

test.each([['{'], ['[]'], ['null'], ['{"type":"here","ticketId":"x"}'], ['{"type":"other"}'], ['{"type":"here"}']])('the hostile message %s is passed over', (data) => expect(readClientMessage(data)).toBeNull())
