// Guards that a status is taken by its own key, also where a key is called like its category.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMailbox, buildTicket } from '../testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const ticketIn = async (status: string) => {
  const { ticketId } = await kontuar.platform.db.write(kontuar.orgA.orgId, async (tx) => buildTicket(tx, await buildMailbox(tx)))
  await kontuar.ask('PATCH', `/tickets/${ticketId}`, { status })
  return ticketId
}
const changed = async (id: string, status: string) => (await kontuar.ask('PATCH', `/tickets/${id}`, { status })).body

test('from another status of the same category one goes to the one that is called like it', async () => {
  const id = await ticketIn('waiting-internal')
  expect(await changed(id, 'waiting')).toMatchObject({ status: 'waiting', statusCategory: 'waiting' })
  expect(await changed(id, 'waiting-internal')).toMatchObject({ status: 'waiting-internal' })
})

test('a category that no status is called like leaves a ticket that is in it, and else means its default status', async () => {
  const own = (await kontuar.ask('POST', '/statuses', { name: 'U dostawcy', category: 'waiting', isDefault: true })).body.key as string
  expect((await kontuar.ask('PATCH', '/statuses/waiting', { retired: true })).status).toBe(200)
  const id = await ticketIn('waiting-internal')
  expect(await changed(id, 'waiting')).toMatchObject({ status: 'waiting-internal' })
  await changed(id, 'open')
  expect(await changed(id, 'waiting')).toMatchObject({ status: own })
})
