// Guards that nothing of sign-in outlives its use, and that nothing useful goes with it.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../app/testing.ts'
import { forgetExpired } from './jobs.ts'
import { TestBrowser } from './testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

test('sessions, tries and kept answers that have run out are forgotten, living ones stay', async () => {
  const [old, fresh] = [new TestBrowser(kontuar.app), new TestBrowser(kontuar.app)]
  await old.signIn(kontuar.orgA.staff.agent.email)
  await fresh.signIn(kontuar.orgA.staff.manager.email)
  await fresh.signIn('nobody@nowhere.test', 'wrong')
  const owner = new pg.Client({ connectionString: kontuar.ownerUrl })
  await owner.connect()
  try {
    await owner.query(`update auth.session set "expiresAt" = now() - interval '1 second' where "userId" = $1`, [kontuar.orgA.staff.agent.userId])
    await owner.query(`insert into auth.attempt values ('old', now() - interval '1 second')`)
    await owner.query(`insert into idempotency (org_id, actor, key, request_hash, created_at) select $1, 'a', age::text, 'h', now() - age from unnest('{25 hours,23 hours}'::interval[]) age`, [kontuar.orgA.orgId])
    await forgetExpired(kontuar.platform).handle({} as never, { attempt: 1, maxAttempts: 25 })
    const counts = await owner.query(`select (select count(*)::integer from auth.session) as sessions, (select count(*) filter (where key = 'old')::integer from auth.attempt) as old_tries, (select array_agg(key) from idempotency) as kept`)
    expect(counts.rows[0]).toEqual({ sessions: 1, old_tries: 0, kept: ['23:00:00'] })
    expect((await fresh.ask('GET', '/me')).status).toBe(200)
  } finally {
    await owner.end()
  }
})
