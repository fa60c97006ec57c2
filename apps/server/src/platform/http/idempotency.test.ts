// Guards that a write sent twice is done once, and that its kept answer tells nobody who reads the database a secret.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../app/testing.ts'
import type { Tx } from '../db/database.ts'
import { createIdempotency } from './idempotency.ts'

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

test('a process that dies after its commit and before its answer does not have the work done twice', async () => {
  const first = await send('e', { name: 'Once' })
  const org = kontuar.orgA.orgId
  const forget = (columns: string) => kontuar.platform.db.write(org, (tx) => tx.query(`update idempotency set response = null, created_at = now() - interval '2 minutes', ${columns} where org_id = $1 and key = 'e'`, [org]))
  // As the work's own transaction leaves the row.
  await forget('status = 0')
  expect((await send('e', { name: 'Once' })).body).toMatchObject({ code: 'conflict', detail: expect.stringContaining('carried out') })
  // As a process leaves it that died before its commit.
  await forget('status = null')
  const again = await send('e', { name: 'Once' })
  expect([again.status, again.body.id === first.body.id]).toEqual([201, false])
})

test('that the work is stored is noted in its own transaction', async () => {
  const { db } = kontuar.platform
  const org = kontuar.orgA.orgId
  const seen: unknown[] = []
  const watched = { ...db, write: <T>(orgId: number, work: (tx: Tx) => Promise<T>) => db.write(orgId, async (tx) => {
    const result = await work(tx)
    seen.push((await tx.query('select status from idempotency where org_id = $1 and key = $2', [org, 'f']))[0])
    return result
  }) }
  const idempotently = createIdempotency(watched, kontuar.platform.crypto)
  const request = { method: 'POST', url: '/x', headers: { 'idempotency-key': 'f' }, body: {} } as never
  const actor = { orgId: org, staffId: kontuar.orgA.staff.administrator } as never
  await idempotently(request, actor, async () => { await db.write(org, async () => {}); await db.read(org, async (tx) => { seen.push((await tx.query('select status from idempotency where org_id = $1 and key = $2', [org, 'f']))[0]) }) })
  expect(seen).toEqual([{ status: null }, { status: 0 }, { status: 200 }])
})
