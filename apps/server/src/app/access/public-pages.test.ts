// Guards the list of what can be opened without signing in: a new address outside /api/v1 must be added to it by hand.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Live } from '../../platform/live/hub.ts'
import { buildServer } from '../build-server.ts'
import { startTestKontuar, type TestKontuar } from '../testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())

test('whatever can be opened outside /api/v1 is as written down', async () => {
  // Nobody connects: the live feed is never asked.
  const { app, open } = await buildServer(kontuar.platform, async () => null, {} as Live)
  await app.ready()
  await expect(`${[...new Set(open)].sort().join('\n')}\n`).toMatchFileSnapshot('public-pages.golden.txt')
  await app.close()
})
