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
