// Guards the way in: set-up once, sign-in, sessions that end at once, tokens no mightier than their owner.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../app/testing.ts'
import { testPassword } from './testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

test('a person signs in by password and the cookie opens the workspace', async () => {
  const { orgA } = kontuar
  const signedIn = await kontuar.inject({ method: 'POST', url: '/api/v1/session', payload: { email: orgA.staff.agent.email, password: testPassword } })
  expect(signedIn.statusCode, signedIn.body).toBe(201)
  const cookie = String(signedIn.headers['set-cookie'])
  expect(cookie).toMatch(/^kontuar_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  const me = await kontuar.inject({ method: 'GET', url: '/api/v1/me', headers: { cookie: cookie.split(';')[0]! } })
  expect(me.json().staff).toMatchObject({ id: orgA.staff.agent.staffId, role: 'agent' })
})
