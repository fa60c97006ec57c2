// Guards who is told: once, never of one's own act, never of what one may not see or has switched off.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../app/testing.ts'
import { viewer } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import { buildMailbox, buildTicket } from '../diary/testing.ts'
import { buildStaff, type TestStaff } from '../identity/testing.ts'
import { notify, type NewNotice } from './notify.ts'
import { buildPushBrowser, setSettings, toldOf } from './testing.ts'

let kontuar: TestKontuar
let org: number
let ticketId: string
let ewa: TestStaff
beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  ticketId = (await write(async (tx) => buildTicket(tx, await buildMailbox(tx)))).ticketId
})
beforeEach(async () => { ewa = await buildStaff(kontuar.platform.db, org, 'agent', `ewa-${newId().slice(-8)}@desk.example`) })
afterAll(() => kontuar.stop())

const write: <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => Promise<T> = (work) => kontuar.platform.db.write(org, work)
const notice = (given: Partial<NewNotice> = {}): NewNotice => ({ staffId: ewa.staffId, kind: 'mentioned', dedupeKey: 'mentioned:1', ...given })
const tell = (...notices: NewNotice[]) => write((tx) => notify(tx, notices))
const told = () => write((tx) => toldOf(tx, ewa.staffId))
const pushes = () => write((tx) => tx.query<{ notification_ids: string[]; send_after: Date }>('select notification_ids, send_after from notification_delivery where org_id = $1 and staff_id = $2 order by id', [org, ewa.staffId]))

describe('the same thing', () => {
  test('is told once, however many tell it at the same moment', async () => {
    await write((tx) => buildPushBrowser(tx, ewa.staffId))
    const answers = await Promise.all(Array.from({ length: 12 }, () => tell(notice({ ticketId }))))
    expect(answers.filter((n) => n === 1)).toHaveLength(1)
    expect(await told()).toHaveLength(1)
    expect(await pushes()).toHaveLength(1)
  })

  test('twice in one call is once', async () => {
    expect(await tell(notice(), notice(), notice({ staffId: ewa.staffId.toUpperCase() }))).toBe(1)
  })

  test('is told to two people each', async () => {
    expect(await tell(notice(), notice({ staffId: kontuar.orgA.staff.manager.staffId, dedupeKey: `m:${newId()}` }))).toBe(2)
  })

  test('one person told of many things by many, in whatever order, waits for nobody for ever', async () => {
    const keys = Array.from({ length: 20 }, (_, i) => `k${i}`)
    await Promise.all(Array.from({ length: 8 }, (_, i) => tell(...(i % 2 ? keys : keys.toReversed()).map((dedupeKey) => notice({ dedupeKey, kind: 'customer-answered', grouped: true, interactionId: newId() })))))
    expect((await told()).map((t) => t.detail['count'])).toEqual(keys.map(() => 8))
  })
})

describe('grouped notices of one ticket', () => {
  const answered = (interactionId = newId()) => notice({ kind: 'customer-answered', dedupeKey: `customer-answered:${ticketId}`, ticketId, interactionId, grouped: true })

  test('are one while unread: it counts up and names the newest entry', async () => {
    await tell(answered())
    await tell(answered())
    const last = newId()
    await tell(answered(last))
    expect(await told()).toMatchObject([{ kind: 'customer-answered', interaction_id: last, detail: { count: 3 } }])
  })

  test('the same entry told twice counts once', async () => {
    const same = newId()
    await tell(answered(same))
    await tell(answered(same))
    expect(await told()).toMatchObject([{ detail: { count: 1 } }])
  })

  test('after reading, the next one is unread and counts from one', async () => {
    await tell(answered())
    await tell(answered())
    await write((tx) => tx.query('update notification set read_at = now() where org_id = $1 and staff_id = $2', [org, ewa.staffId]))
    await tell(answered())
    expect(await told()).toMatchObject([{ read_at: null, detail: { count: 1 } }])
  })
})

describe('nobody is told', () => {
  test('of their own act', async () => {
    expect(await tell(notice({ by: ewa.staffId }))).toBe(0)
  })

  test('who may not sign in any more', async () => {
    await write((tx) => tx.query('update staff set active = false where org_id = $1 and id = $2', [org, ewa.staffId]))
    expect(await tell(notice())).toBe(0)
  })

  test('who is of another organization', async () => {
    const stranger = kontuar.orgB.staff.agent.staffId
    expect(await tell(notice({ staffId: stranger }))).toBe(0)
    expect(await kontuar.platform.db.read(kontuar.orgB.orgId, (tx) => toldOf(tx, stranger))).toEqual([])
  })

  test('of a ticket of another organization, or one that is not there', async () => {
    const foreign = await kontuar.platform.db.write(kontuar.orgB.orgId, async (tx) => buildTicket(tx, await buildMailbox(tx)))
    expect(await tell(notice({ ticketId: foreign.ticketId }), notice({ dedupeKey: 'x', ticketId: newId() }))).toBe(0)
  })

  test('of a ticket whose queue they may not see; of one they may, they are', async () => {
    const [queue] = await write((tx) => tx.query<{ id: string }>('select queue_id as id from ticket where org_id = $1 and id = $2', [org, ticketId]))
    await write((tx) => tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [org, ewa.staffId]))
    expect(await tell(notice({ ticketId }))).toBe(0)
    await write((tx) => tx.query('insert into staff_queue (org_id, staff_id, queue_id) values ($1, $2, $3)', [org, ewa.staffId, queue!.id]))
    expect(await tell(notice({ ticketId }))).toBe(1)
  })

  test('by the request of somebody who sees less: they are held to their own sight, not to the asker\'s', async () => {
    const [queue] = await write((tx) => tx.query<{ id: string }>('select queue_id as id from ticket where org_id = $1 and id = $2', [org, ticketId]))
    const asker = await buildStaff(kontuar.platform.db, org, 'agent', `jan-${newId().slice(-8)}@desk.example`)
    await write((tx) => tx.query('insert into staff_queue (org_id, staff_id, queue_id) values ($1, $2, $3)', [org, asker.staffId, queue!.id]))
    expect(await viewer.run(asker.staffId, () => tell(notice({ ticketId, by: asker.staffId })))).toBe(1)
    await write((tx) => tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [org, ewa.staffId]))
    expect(await viewer.run(asker.staffId, () => tell(notice({ ticketId, dedupeKey: 'second' })))).toBe(0)
  })

  test('of a kind switched off on every road', async () => {
    await write((tx) => setSettings(tx, ewa.staffId, { kinds: { mentioned: { app: false, push: false, mail: false } } }))
    expect(await tell(notice(), notice({ kind: 'assigned', dedupeKey: 'assigned:1' }))).toBe(1)
    expect(await told()).toMatchObject([{ kind: 'assigned' }])
  })
})

describe('the roads', () => {
  test('a kind only pushed is kept out of the app', async () => {
    await write(async (tx) => { await setSettings(tx, ewa.staffId, { kinds: { mentioned: { app: false, push: true, mail: false } } }); await buildPushBrowser(tx, ewa.staffId) })
    await tell(notice())
    expect(await told()).toMatchObject([{ in_app: false }])
    expect(await pushes()).toHaveLength(1)
  })

  test('each of three leaves by itself, forty at once leave as one, to each browser', async () => {
    await write(async (tx) => { await buildPushBrowser(tx, ewa.staffId); await buildPushBrowser(tx, ewa.staffId) })
    await tell(...[1, 2, 3].map((n) => notice({ dedupeKey: `few:${n}` })))
    expect((await pushes()).map((p) => p.notification_ids.length)).toEqual([1, 1, 1, 1, 1, 1])
    await tell(...Array.from({ length: 40 }, (_, n) => notice({ dedupeKey: `many:${n}` })))
    expect((await pushes()).slice(6).map((p) => p.notification_ids.length)).toEqual([40, 40])
  })

  test('quiet hours hold back and merge; what is urgent passes', async () => {
    await write(async (tx) => { await setSettings(tx, ewa.staffId, { quiet: { from: '22:00', to: '07:00', days: [1, 2, 3, 4, 5, 6, 7] } }); await buildPushBrowser(tx, ewa.staffId) })
    const night = (time: string, given: Partial<NewNotice>) => write((tx) => notify(tx, [notice(given)], new Date(time)))
    await night('2026-01-12T22:30:00Z', { dedupeKey: 'a' })
    await night('2026-01-13T03:00:00Z', { dedupeKey: 'b' })
    await night('2026-01-13T03:00:00Z', { dedupeKey: 'c', urgent: true })
    await night('2026-01-13T06:00:00Z', { dedupeKey: 'd' })
    expect((await pushes()).map((p) => [p.notification_ids.length, p.send_after.toISOString()])).toEqual([[2, '2026-01-13T06:00:00.000Z'], [1, '2026-01-13T03:00:00.000Z'], [1, '2026-01-13T06:00:00.000Z']])
  })
})

test('open browsers hear ids alone, one event a person', async () => {
  await tell(...[1, 2, 3].map((n) => notice({ dedupeKey: `e:${n}`, ticketId, detail: { name: 'Jan' } })))
  const events = await write((tx) => tx.query<{ ids: object; detail: object }>(`select ids, detail from event where org_id = $1 and name = 'notifications.notified' and ids->>'staffId' = $2`, [org, ewa.staffId]))
  expect(events).toEqual([{ ids: { staffId: ewa.staffId, notificationId: (await told()).at(-1)!.id }, detail: {} }])
})
