// Guards that no route meets in its address what the database cannot read: each text of each query is tried.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/id.ts'
import { startTestKontuar, type TestKontuar } from '../testing.ts'
import { contractRoutes, nameOfRoute } from './contract-routes.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const asked = contractRoutes.filter((r) => r.permission !== 'public' && r.query !== undefined)

test.each(asked.map((r) => [nameOfRoute(r), r] as const))('%s refuses a NUL in any part of its query with a sentence', async (_name, route) => {
  const path = route.path.replace(':id', newId())
  for (const field of Object.keys((route.query as unknown as { properties: object }).properties)) {
    expect(await kontuar.ask(route.method, `${path}?${field}=a%00`, route.body === undefined ? undefined : {}), field).toMatchObject({ status: 400, body: { code: 'invalid-input', detail: expect.stringContaining('NUL'), fields: { [field]: expect.any(String) } } })
  }
})

// Too long for an id is told by the shape of it.
test.each([['%E0%A4%A', 404, 'not-found'], ['%', 404, 'not-found'], ['%C3%28', 404, 'not-found'], ['%00', 404, 'not-found'], ['x'.repeat(3_000), 400, 'invalid-input']])('a name in an address that cannot be one is answered by a problem (%#)', async (name, status, code) => {
  for (const path of [`/tickets/${name}`, `/surveys/${name}/results`, `/customers/${name}`]) expect(await kontuar.ask('GET', path), path).toMatchObject({ status, body: { code } })
})
