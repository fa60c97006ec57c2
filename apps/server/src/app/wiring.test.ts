// Guards that what is named here by a text exists: subscribers of events, jobs of the clock.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modules, subscribersTogether } from './modules.ts'
import { afterUpgrade, schedules } from './schedules.ts'
import { nameOf, subscriptions } from './subscriptions.ts'
import { startTestKontuar, type TestKontuar } from './testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())

test('every subscription names a subscriber that exists, and every subscriber is told of something', () => {
  const subscribers = modules.flatMap((m) => m.subscribers?.(kontuar.platform) ?? []).map((s) => s.name)
  const together = subscribersTogether.map((s) => s.name)
  const told = Object.values(subscriptions).flat()
  expect(new Set([...subscribers, ...together]).size).toBe(subscribers.length + together.length)
  expect([...new Set(told.filter((t) => typeof t === 'string'))].sort()).toEqual(subscribers.sort())
  expect([...new Set(told.filter((t) => typeof t === 'object').map(nameOf))].sort()).toEqual(together.sort())
})

test('every schedule names a job that exists, and no two jobs share a name', () => {
  const jobs = modules.flatMap((m) => m.jobs?.(kontuar.platform) ?? []).map((j) => j.name)
  expect([...new Set(jobs)]).toHaveLength(jobs.length)
  expect(jobs).toEqual(expect.arrayContaining([...schedules.map((s) => s.job), ...afterUpgrade]))
})
