import { test } from 'vitest'
import { startTestKontuar } from '../../../app/testing.ts'
import { fillDesk } from '../../../../../../bench/ground/fill-desk.ts'
import { quickSearch } from '../../diary/index.ts'
import pg from 'pg'
test('x', async () => {
  const k = await startTestKontuar()
  const c = new pg.Client({ connectionString: k.ownerUrl }); await c.connect()
  // the fill wants the only organization
  await fillDesk(k.ownerUrl, { tickets: 3000, open: 1000, queues: 20, staff: 50 })
  const org = (await c.query('select org_id from customer group by 1')).rows[0].org_id
  for (const q of ['4711', 'kowal', 'a1b']) {
    const from = performance.now()
    try { const r = await quickSearch(k.platform.db, org, q, { limit: 8, restricted: false }); console.log(q, performance.now() - from, r.tickets.length, r.customers.length) } catch (e) { console.log(q, performance.now() - from, e) }
  }
  for (let i = 0; i < 40; i++) for (const q of ['4711', 'kowal', 'a1b']) { try { await quickSearch(k.platform.db, org, q, { limit: 8, restricted: false }) } catch (e) { console.log(i, q, e); i = 100 } }
  console.log((await k.ask('GET', '/search?q=kowal')).text.slice(0, 300))
  await c.end(); await k.stop()
}, 100000)
