// Guards the buttons of a mail: whatever opens the link does nothing, one press acts as its person once, and nobody else's link does anything.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../../app/testing.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { createCrypto } from '../../../../platform/crypto/seal.ts'
import { newId } from '../../../../platform/id.ts'
import { buildMailbox, buildTicket } from '../../../diary/testing.ts'
import { buildOrganization } from '../../../identity/testing.ts'
import { raise } from '../../life/raise.ts'
import { buildRule, firingOf } from '../../testing.ts'
import { expiresAfter, linkActions, makeToken, readToken, type LinkAction } from '../links/action-link.ts'

let kontuar: TestKontuar
let org: TestOrganization
let alertId: string
let customerId: string
beforeAll(async () => { kontuar = await startTestKontuar({ KONTUAR_URL: 'https://desk.example' }, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => {
  org = await buildOrganization(kontuar.platform.db, 'Salon Róża')
  const ticket = await write(async (tx) => buildTicket(tx, await buildMailbox(tx), { subject: 'Tajna sprawa' }))
  customerId = ticket.customerId
  const ruleId = await write((tx) => buildRule(tx))
  await write((tx) => raise(tx, [firingOf(ruleId, { ticketId: ticket.ticketId, customerId, why: { code: 'event', on: 'ticket', happened: 'complaint' } })]))
  alertId = (await write((tx) => tx.query<{ id: string }>('select id from alert where org_id = $1', [org.orgId])))[0]!.id
})

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org.orgId, work)
const token = (action: LinkAction, given: Partial<Parameters<typeof makeToken>[1]> = {}, crypto = kontuar.platform.crypto) => makeToken(crypto, { orgId: org.orgId, alertId, staffId: org.staff.manager.staffId, action, expires: expiresAfter(new Date()), ...given })
const open = (t: string, headers: Record<string, string> = {}) => kontuar.inject({ method: 'GET', url: `/a/${t}`, headers })
const press = (t: string) => kontuar.inject({ method: 'POST', url: `/a/${t}`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'do=acknowledge' })
const alert = () => write((tx) => tx.query<{ state: string; acknowledged_by: string | null; task_id: string | null }>('select state, acknowledged_by, task_id from alert where org_id = $1 and id = $2', [org.orgId, alertId])).then((rows) => rows[0]!)
const tasks = () => write((tx) => tx.query<{ kind: string; owner_id: string; due_at: Date | null }>('select kind, owner_id, due_at from task where org_id = $1', [org.orgId]))

describe('a link', () => {
  test.each([...linkActions])('to %s opened by anything, however often, changes nothing, and names nobody', async (action) => {
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      const page = await kontuar.inject({ method, url: `/a/${token(action)}` })
      expect(page.statusCode).toBe(200)
      for (const secret of ['Tajna', 'Anna', 'reklamacj', 'manager of']) expect(page.body).not.toContain(secret)
      if (method === 'GET') expect(page.body.match(/<button/g)).toHaveLength(1)
    }
    expect([await alert(), await tasks()]).toEqual([{ state: 'open', acknowledged_by: null, task_id: null }, []])
  })

  test('pressed acknowledges in the name of its person, in their language, and pressed again says so', async () => {
    await write((tx) => tx.query(`update staff set locale = 'ru' where org_id = $1 and id = $2`, [org.orgId, org.staff.manager.staffId]))
    expect((await press(token('acknowledge'))).body).toContain('Подтверждено')
    expect(await alert()).toMatchObject({ state: 'acknowledged', acknowledged_by: org.staff.manager.staffId })
    expect((await press(token('acknowledge'))).body).toContain('Подтверждено')
    expect((await press(token('acknowledge', { staffId: org.staff.administrator.staffId }))).body).toContain('Ktoś już się tym zajmuje')
    expect(await alert()).toMatchObject({ acknowledged_by: org.staff.manager.staffId })
  })

  test('takes the task once; of somebody else\'s it makes it one\'s own', async () => {
    expect((await press(token('task'))).body).toContain('Zadanie przyjęte')
    expect((await press(token('task'))).body).toContain('jest już przyjęte')
    expect(await tasks()).toMatchObject([{ kind: 'task', owner_id: org.staff.manager.staffId }])
    await press(token('task', { staffId: org.staff.agent.staffId }))
    expect(await tasks()).toMatchObject([{ owner_id: org.staff.agent.staffId }])
  })

  test('promises a call once, due in business time, with the number at hand', async () => {
    await write((tx) => tx.query(`insert into identity (org_id, id, customer_id, kind, address, address_key) values ($1, $2, $3, 'phone', '600 700 800', '+48600700800')`, [org.orgId, newId(), customerId]))
    const page = await press(token('call-back'))
    expect(page.body).toContain('Rozmowa zaplanowana')
    expect(page.body).toContain('href="tel:+48600700800"')
    await Promise.all([press(token('call-back')), press(token('call-back'))])
    expect(await tasks()).toMatchObject([{ kind: 'call-back', owner_id: org.staff.manager.staffId, due_at: expect.any(Date) }])
  })

  test('of a resolved alert says that nothing is left to do', async () => {
    await write((tx) => tx.query(`update alert set state = 'resolved', resolved_at = now() where org_id = $1`, [org.orgId]))
    for (const action of linkActions) expect((await press(token(action))).body).toContain('jest już zamknięty')
    expect(await tasks()).toEqual([])
  })
})

describe('a link does nothing', () => {
  const refused = async (t: string, status: number) => {
    for (const answer of [await open(t, { 'accept-language': 'en' }), await press(t)]) expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
    expect(await alert()).toMatchObject({ state: 'open' })
  }

  test('after seven days', () => refused(token('acknowledge', { expires: Math.floor(Date.now() / 1000) - 1 }), 410))
  test('signed by somebody else', () => refused(token('acknowledge', {}, createCrypto('another secret entirely')), 404))
  test('changed in any part', async () => {
    const good = token('acknowledge')
    for (const bad of [good.replace(/^a/, 't'), `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`, good.slice(0, -1), `${good}A`, 'a', '', 'a1.1.%00', '../../etc', 'x'.repeat(5000), good.toUpperCase()]) {
      expect(readToken(kontuar.platform.crypto, bad), bad.slice(0, 40)).toBeNull()
    }
    await refused(good.replace(/^a/, 't'), 404)
  })
  test('of a person who may not sign in any more', async () => {
    await write((tx) => tx.query('update staff set active = false where org_id = $1 and id = $2', [org.orgId, org.staff.manager.staffId]))
    await refused(token('acknowledge'), 404)
  })
  test('of one who may not see the alert any more, or never may act', async () => {
    await write((tx) => tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [org.orgId, org.staff.manager.staffId]))
    for (const staffId of [org.staff.manager.staffId, org.staff.observer.staffId]) expect((await press(token('acknowledge', { staffId }))).statusCode).toBe(403)
    expect(await alert()).toMatchObject({ state: 'open' })
  })
  test('in another organization', async () => {
    const other = await buildOrganization(kontuar.platform.db)
    expect((await press(token('acknowledge', { orgId: other.orgId }))).statusCode).toBe(404)
    expect((await press(token('acknowledge', { orgId: other.orgId, staffId: other.staff.manager.staffId }))).statusCode).toBe(403)
    expect(await alert()).toMatchObject({ state: 'open' })
  })
  test('by other methods or with a body nobody sends', async () => {
    expect((await kontuar.inject({ method: 'PUT', url: `/a/${token('acknowledge')}` })).statusCode).toBe(404)
    expect((await kontuar.inject({ method: 'POST', url: `/a/${token('acknowledge')}`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'x'.repeat(9000) })).statusCode).toBe(413)
    expect(await alert()).toMatchObject({ state: 'open' })
  })
})
