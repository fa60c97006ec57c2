// Guards that a write sent twice is done once, and that its kept answer tells nobody who reads the database a secret.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../app/testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function send(key: string, body: object, token?: string) {
  const answer = await kontuar.inject({
    method: 'POST', url: '/api/v1/tokens', payload: body,
    headers: { 'idempotency-key': key, authorization: `Bearer ${token ?? await kontuar.tokenOf('administrator')}` },
  })
  return { status: answer.statusCode, body: answer.json() }
}

test('the same write twice is done once and gets the same answer, secret included', async () => {
  const first = await send('a', { name: 'Sklep' })
  const second = await send('a', { name: 'Sklep' })
  expect(first.status).toBe(201)
  expect(second).toEqual(first)
  const kept = await kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query<{ response: string }>('select response from idempotency where org_id = $1', [kontuar.orgA.orgId]))
  expect(JSON.stringify(kept)).not.toContain(first.body.token)
  expect(JSON.stringify(kept)).not.toContain('Sklep')
})

test('two at once: one does it, the other is told to wait or gets its answer', async () => {
  const answers = await Promise.all([send('b', { name: 'Both' }), send('b', { name: 'Both' })])
  const made = answers.filter((a) => a.status === 201)
  expect(made.length).toBeGreaterThan(0)
  expect(new Set(made.map((a) => a.body.id)).size).toBe(1)
  for (const other of answers.filter((a) => a.status !== 201)) expect(other.body.code).toBe('conflict')
})

test('a key used for another request is refused, another person may use the same key', async () => {
  await send('c', { name: 'First' })
  expect((await send('c', { name: 'Second' })).body.code).toBe('idempotency-mismatch')
  expect((await send('c', { name: 'Second' }, await kontuar.tokenOf('agent'))).status).toBe(201)
})

test('a refused write leaves its key free', async () => {
  expect((await send('d', { name: 'Late', expiresAt: '2020-01-01T00:00:00Z' })).status).toBe(400)
  expect((await send('d', { name: 'Better' })).status).toBe(201)
  expect((await send('x'.repeat(201), { name: 'Long' })).body.code).toBe('invalid-input')
})
