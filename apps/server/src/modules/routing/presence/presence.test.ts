// Guards presence and ability: who says what of whom, what counts as away, and that only real changes are told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ability } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildDesk } from '../assignment/testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const nobody = '00000000-0000-7000-8000-000000000000'

describe('presence', () => {
  test('of a person never seen is off, without shifts and limits', async () => {
    const desk = await buildDesk(kontuar, 1)
    expect((await desk.ask('GET', '/me/presence', undefined, desk.people[0])).body).toEqual({ staffId: desk.people[0]!.staffId, name: expect.any(String), state: 'off', since: expect.any(String), shiftCalendarId: null, onShift: null, openTickets: 0, capacity: null })
  })

  test('is said by oneself; a sign of life with the same state tells nobody and keeps since', async () => {
    const desk = await buildDesk(kontuar, 1)
    const [ewa] = desk.people
    const first = (await desk.ask('PUT', '/me/presence', { state: 'available' }, ewa)).body
    expect(first.state).toBe('available')
    await desk.sql(`update staff_presence set seen_at = now() - interval '10 minutes', since = since - interval '1 hour' where org_id = $1`)
    const again = (await desk.ask('PUT', '/me/presence', { state: 'available' }, ewa)).body
    expect(Date.parse(again.since)).toBe(Date.parse(first.since) - 3_600_000)
    expect((await desk.sql<{ fresh: boolean }>(`select seen_at > now() - interval '1 minute' as fresh from staff_presence where org_id = $1`))[0]!.fresh).toBe(true)
    expect(await desk.events('routing.presenceChanged')).toMatchObject([{ ids: { staffId: ewa!.staffId } }])
    expect(Date.parse((await desk.ask('PUT', '/me/presence', { state: 'busy' }, ewa)).body.since)).toBeGreaterThan(Date.parse(first.since))
    expect(await desk.events('routing.presenceChanged')).toHaveLength(2)
  })

  test('is away after a quarter of an hour of silence, seen at once and told by the minute’s look', async () => {
    const desk = await buildDesk(kontuar, 3)
    const [ewa, jan, ola] = desk.people
    await desk.be('available', ewa!)
    await desk.be('busy', jan!)
    await desk.be('off', ola!)
    await desk.sql(`update staff_presence set seen_at = now() - interval '16 minutes' where org_id = $1`)
    const states = async () => new Map((await desk.ask('GET', '/presence')).body.items.map((p: { staffId: string; state: string }) => [p.staffId, p.state]))
    const seen = await states()
    expect([ewa, jan, ola].map((p) => seen.get(p!.staffId))).toEqual(['away', 'away', 'off'])
    const before = (await desk.events('routing.presenceChanged')).length
    for (let i = 0; i < 2; i++) {
      await kontuar.platform.db.query(`select enqueue('[{"name": "routing.lookRound", "payload": {"orgId": 0}}]')`)
      await kontuar.runJobs()
    }
    expect(await desk.events('routing.presenceChanged')).toHaveLength(before + 2)
    await desk.be('available', ewa!)
    expect((await states()).get(ewa!.staffId)).toBe('available')
  })

  test('lists active colleagues with what they have in hand: new and open, not what waits or is closed', async () => {
    const desk = await buildDesk(kontuar, 2)
    const [ewa, jan] = desk.people
    for (const status of ['new', 'open', 'waiting', 'closed']) await desk.addTicket({ assigneeId: ewa!.staffId, status })
    await desk.ask('PUT', `/staff/${ewa!.staffId}/ability`, { skills: [], capacity: { total: 7, byChannel: { email: 3 } }, shiftCalendarId: null })
    await desk.ask('PATCH', `/staff/${jan!.staffId}`, { active: false })
    const { items, next } = (await desk.ask('GET', '/presence', undefined, ewa)).body
    expect(next).toBeNull()
    expect(items).toHaveLength(5)
    expect(items.find((p: { staffId: string }) => p.staffId === ewa!.staffId)).toMatchObject({ openTickets: 2, capacity: 7 })
  })

  test('is set for a colleague by whoever leads the desk, by nobody else', async () => {
    const desk = await buildDesk(kontuar, 2)
    const [ewa, jan] = desk.people
    expect((await desk.ask('PATCH', `/staff/${ewa!.staffId}/presence`, { state: 'available' }, desk.org.staff.manager)).body).toMatchObject({ staffId: ewa!.staffId, state: 'available' })
    for (const who of [jan!, desk.org.staff.observer]) expect(await desk.ask('PATCH', `/staff/${ewa!.staffId}/presence`, { state: 'off' }, who)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    for (const id of [nobody, 'x']) expect((await desk.ask('PATCH', `/staff/${id}/presence`, { state: 'off' })).status).toBe(404)
  })

  test.each([{}, { state: 'asleep' }, { state: 'off', staffId: nobody }])('said as %j is refused', async (body) => {
    const desk = await buildDesk(kontuar, 1)
    expect((await desk.ask('PUT', '/me/presence', body, desk.people[0])).body.code).toBe('invalid-input')
  })

  test('shows a restricted person only the tickets they see themselves', async () => {
    const desk = await buildDesk(kontuar, 2)
    const [ewa, jan] = desk.people
    const other = await desk.addQueue({ mode: 'hand' }, [jan!.staffId])
    await desk.addTicket({ assigneeId: jan!.staffId })
    await desk.addTicket({ assigneeId: jan!.staffId, queueId: other })
    await desk.ask('PUT', `/staff/${ewa!.staffId}/access`, { access: 'granted', queueIds: [], locationIds: [] })
    const of = async (who: typeof ewa) => (await desk.ask('GET', '/presence', undefined, who)).body.items.find((p: { staffId: string }) => p.staffId === jan!.staffId).openTickets
    expect([await of(ewa), await of(jan)]).toEqual([1, 2])
  })
})

describe('ability', () => {
  const empty: Ability = { skills: [], capacity: { total: null, byChannel: {} }, shiftCalendarId: null }
  test('a number that cannot be is refused by what is wrong with it, not by the shapes it might have had', async () => {
    const desk = await buildDesk(kontuar, 1)
    const { body } = await desk.ask('PUT', `/staff/${desk.people[0]!.staffId}/ability`, { ...empty, capacity: { total: -1, byChannel: {} } })
    expect(body).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching(/^Check capacity\.total: must be >= \d+\.$/) })
  })

  test('is set as a whole, told, and noted in the audit log', async () => {
    const desk = await buildDesk(kontuar, 1)
    const [ewa] = desk.people
    const path = `/staff/${ewa!.staffId}/ability`
    expect((await desk.ask('GET', path)).body).toEqual(empty)
    const product = (await desk.ask('POST', '/tags', { name: 'Buty' })).body.id
    const calendar = (await desk.sql<{ id: string }>('select id from calendar where org_id = $1'))[0]!.id
    const ability: Ability = { skills: [{ kind: 'channel', value: 'email' }, { kind: 'language', value: 'pl' }, { kind: 'product', value: product }], capacity: { total: 10, byChannel: { email: 5 } }, shiftCalendarId: calendar }
    expect((await desk.ask('PUT', path, ability)).body).toEqual(ability)
    expect((await desk.ask('GET', path, undefined, ewa)).body).toEqual(ability)
    expect((await desk.ask('PUT', path, empty)).body).toEqual(empty)
    expect(await desk.events('routing.abilityChanged')).toHaveLength(2)
    expect((await desk.ask('GET', '/audit?action=staff.abilityChanged')).body.items).toHaveLength(2)
    expect((await desk.ask('GET', '/me/presence', undefined, ewa)).body.state).toBe('off')
  })

  test('keeps a product whose tag has been retired since, and takes it for nobody else', async () => {
    const desk = await buildDesk(kontuar, 2)
    const product = (await desk.ask('POST', '/tags', { name: 'Kapcie' })).body.id
    const ability = { ...empty, skills: [{ kind: 'product', value: product }] }
    await desk.ask('PUT', `/staff/${desk.people[0]!.staffId}/ability`, ability)
    expect((await desk.ask('PATCH', `/tags/${product}`, { retired: true })).status).toBe(200)
    expect((await desk.ask('PUT', `/staff/${desk.people[0]!.staffId}/ability`, ability)).status).toBe(200)
    expect((await desk.ask('PUT', `/staff/${desk.people[1]!.staffId}/ability`, ability)).body.code).toBe('invalid-input')
  })

  test.each<[string, object, string]>([
    ['an unknown language', { skills: [{ kind: 'language', value: '??' }] }, 'skills'],
    ['an unknown product', { skills: [{ kind: 'product', value: nobody }] }, 'tagIds'],
    ['an unknown calendar', { shiftCalendarId: nobody }, 'shiftCalendarId'],
    ['a calendar that is no id', { shiftCalendarId: 'x' }, 'shiftCalendarId'],
    ['less than nothing', { capacity: { total: -1, byChannel: {} } }, 'capacity.total'],
    ['a strange skill', { skills: [{ kind: 'juggling', value: 'x' }] }, 'skills.0.kind'],
  ])('with %s is refused in one sentence, and nothing is saved', async (_what, change, field) => {
    const desk = await buildDesk(kontuar, 1)
    const path = `/staff/${desk.people[0]!.staffId}/ability`
    expect((await desk.ask('PUT', path, { ...empty, ...change })).body).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching(/./), fields: { [field]: expect.any(String) } })
    expect((await desk.ask('GET', path)).body).toEqual(empty)
  })

  test('is not for agents to set', async () => {
    const desk = await buildDesk(kontuar, 1)
    expect((await desk.ask('PUT', `/staff/${desk.people[0]!.staffId}/ability`, empty, desk.people[0])).status).toBe(403)
  })
})
