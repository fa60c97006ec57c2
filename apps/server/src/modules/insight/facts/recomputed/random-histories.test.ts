// Guards the facts of random histories: whatever happened, in whatever order and however often it is told, also by a worker that is killed
// in between, they are what a slow recomputation finds in the diary, each exactly once; and made from nothing they are the same.
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { takeIn } from '../../take-in.ts'
import { deriveFacts } from '../keep/derive-facts.ts'
import type { StoredFact } from '../keep/net-facts.ts'
import { netFacts } from '../testing.ts'
import { ago, behindTheBack, buildCompany, happen, steps, type Company } from './company.fixture.ts'
import { openAt, recomputeTheRest } from './of-the-rest.fixture.ts'
import { recomputeRecoveries } from './of-recoveries.fixture.ts'
import { recomputeTickets } from './of-tickets.fixture.ts'
import { linesOf } from './told.fixture.ts'
import { readWorld, type World } from './world.fixture.ts'

let kontuar: TestKontuar
let owner: pg.Client
beforeAll(async () => {
  kontuar = await startTestKontuar()
  owner = new pg.Client({ connectionString: kontuar.ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
})
afterAll(async () => { await owner.end(); await kontuar.stop() })

/** All events there ever were are told once more, in an order drawn by lot. */
async function tellAgain({ db, orgId }: Company, seed: number): Promise<void> {
  await db.write(orgId, async (tx) => {
    const events = await tx.query<{ id: string; name: string; ids: Record<string, string>; detail: Record<string, unknown>; at: Date }>('select id, name, ids, detail, at from event where org_id = $1 order by md5(id::text || $2)', [orgId, String(seed)])
    const told = events.filter((e) => !e.name.startsWith('insight.facts') && e.name !== 'vocabulary.reasonMerged').map((e) => ({ ...e, at: e.at.toISOString() }))
    for (let i = 0; i < told.length; i += 7) await takeIn.handle(tx, told.slice(i, i + 7))
  })
}

/** A worker that dies in every second transaction, before it commits. */
async function deriveDying({ db, orgId }: Company): Promise<void> {
  let n = 0
  const dying: Database = { ...db, write: (org, work) => db.write(org, async (tx) => {
    const result = await work(tx)
    if (n++ % 2 === 0) throw new Error('killed')
    return result
  }) }
  const silent = { ...kontuar.platform.log, warn: () => {}, error: () => {} } as typeof kontuar.platform.log
  await deriveFacts(dying, orgId, silent).catch(() => {})
  await db.write(orgId, (tx) => tx.query('update fact_to_derive set due_at = now() where org_id = $1', [orgId]))
}

const factsNow = ({ db, orgId }: Company): Promise<StoredFact[]> => db.read(orgId, netFacts)
const isStay = (f: { kind: string }) => f.kind === 'stay-entered' || f.kind === 'stay-left'

function expectOnce(facts: readonly StoredFact[]) {
  const keys = facts.map((f) => `${f.kind} ${f.subjectId} ${f.mark}`)
  expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([])
}

/** Entered less left is what was open, at every instant at which anything changed and between, whatever one cuts by. */
function expectLevels(world: World, facts: readonly StoredFact[]) {
  const stays = facts.filter(isStay)
  const instants = [...new Set([...stays.map((f) => f.at), ...world.tickets.map((t) => t.created_at), ...world.rows.map((r) => Math.max(r.at, r.created_at))])].flatMap((at) => [at, at - 1])
  for (const at of instants) {
    const levels = new Map<string, number>()
    for (const f of stays.filter((s) => s.at <= at)) {
      const key = JSON.stringify([f.queueId, f.staffId, f.reasonId, f.locationId, f.segments, f.channel, f.language])
      levels.set(key, (levels.get(key) ?? 0) + (f.kind === 'stay-entered' ? 1 : -1))
    }
    expect(Object.fromEntries([...levels].filter(([, n]) => n !== 0))).toEqual(Object.fromEntries(openAt(world, at)))
  }
}

test('facts are what a recomputation of the diary finds, once each; made from nothing they are the same', async () => {
  await fc.assert(fc.asyncProperty(steps(36), steps(24), fc.integer({ min: 3, max: 30 }), fc.nat(), async (before, after, days, seed) => {
    const company = await buildCompany(kontuar)
    for (const step of before) await happen(company, step)
    if (seed % 2 > 0) await kontuar.runJobs()
    // What happened before is days old when it is told, or told anew.
    if (seed % 2 === 0) await ago(company, owner, days)
    for (const [i, step] of after.entries()) {
      await happen(company, step)
      if ((seed + i) % 5 === 0) await deriveDying(company)
      if ((seed + i) % 11 === 0) await kontuar.runJobs()
    }
    await tellAgain(company, seed)
    await deriveDying(company)
    await kontuar.runJobs()

    const facts = await factsNow(company)
    const world = await company.db.read(company.orgId, readWorld)
    expectOnce(facts)
    expect(linesOf(facts.filter((f) => !isStay(f)))).toEqual(linesOf([...recomputeTickets(world), ...recomputeTheRest(world), ...recomputeRecoveries(world)]))
    expectLevels(world, facts)

    await behindTheBack(owner, ['fact'], ['fact_waiting', 'fact', 'fact_due', 'recovery_due'].map((table) => `delete from ${table} where org_id = ${company.orgId}`))
    expect((await company.ask('POST', '/facts/recount')).status).toBe(202)
    await kontuar.runJobs()
    expect(linesOf(await factsNow(company))).toEqual(linesOf(facts))
  }), { numRuns: Number(process.env['KONTUAR_HISTORIES'] ?? 3), endOnFailure: true })
}, 300_000)
