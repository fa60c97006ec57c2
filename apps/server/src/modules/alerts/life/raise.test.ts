// Guards that each occurrence of a rule counts once, by whatever and however often it comes, and that an alert is one until it is resolved.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { buildRule, firingOf } from '../testing.ts'
import { raise } from './raise.ts'
import { settle } from './settle.ts'

let kontuar: TestKontuar
let org: number
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => { org = (await buildOrganization(kontuar.platform.db)).orgId })

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)
const at = (minute: number) => new Date(Date.UTC(2026, 10, 2, 10, minute))
interface Row { key: string; state: string; times: number; first_at: Date; last_at: Date; why: object; resolved_reason: string | null }
const alerts = () => write((tx) => tx.query<Row>('select key, state, times, first_at, last_at, why, resolved_reason from alert where org_id = $1 order by created_at, id', [org]))

describe('an occurrence', () => {
  test('opens an alert, and the next one under its key counts it up', async () => {
    const ruleId = await write((tx) => buildRule(tx))
    await write((tx) => raise(tx, [firingOf(ruleId, { key: 'a', at: at(1), why: { n: 1 } })]))
    await write((tx) => raise(tx, [firingOf(ruleId, { key: 'a', at: at(5), why: { n: 2 } }), firingOf(ruleId, { key: 'b', at: at(3) })]))
    expect(await alerts()).toMatchObject([{ key: 'a', times: 2, first_at: at(1), last_at: at(5), why: { n: 2 } }, { key: 'b', times: 1 }])
  })

  test('that comes late counts, and leaves the newest as it stands', async () => {
    const ruleId = await write((tx) => buildRule(tx))
    await write((tx) => raise(tx, [firingOf(ruleId, { key: 'a', at: at(9), why: { n: 'new' } })]))
    await write((tx) => raise(tx, [firingOf(ruleId, { key: 'a', at: at(1), why: { n: 'old' } })]))
    expect(await alerts()).toMatchObject([{ times: 2, first_at: at(1), last_at: at(9), why: { n: 'new' } }])
  })

  test('of a rule that is retired or switched off changes nothing', async () => {
    const [off, retired] = await write(async (tx) => [await buildRule(tx), await buildRule(tx)])
    await write((tx) => tx.query('update alert_rule set active = id <> $2, retired_at = case when id = $3 then now() end where org_id = $1', [org, off, retired]))
    await write((tx) => raise(tx, [firingOf(off!), firingOf(retired!)]))
    expect(await alerts()).toEqual([])
  })

  test('whose transaction dies leaves nothing, and fires when it comes again', async () => {
    const ruleId = await write((tx) => buildRule(tx))
    const firing = firingOf(ruleId)
    await expect(write(async (tx) => { await raise(tx, [firing]); throw new Error('killed') })).rejects.toThrow('killed')
    expect(await alerts()).toEqual([])
    await write((tx) => raise(tx, [firing]))
    expect(await alerts()).toHaveLength(1)
  })
})

test('in any order, doubled, in any parts and by many workers at once: the same alerts with the same counts', async () => {
  const [one, two] = await write(async (tx) => [await buildRule(tx), await buildRule(tx)])
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ rule: fc.boolean(), key: fc.nat(3), n: fc.nat(11) }), { minLength: 1, maxLength: 60 }), fc.uuid(), async (given, run) => {
    const firings = given.map(({ rule, key, n }) => firingOf((rule ? one : two)!, { key: `${run} ${key}`, occurrence: `${run} ${rule} ${key} ${n}`, at: at(n), why: { n } }))
    const parts = firings.map((f, i) => [f, firings[(i * 7) % firings.length]!, firings.at(-1 - i)!])
    await Promise.all(parts.map((part) => write((tx) => raise(tx, part))))
    const expected = [...Map.groupBy(new Map(firings.map((f) => [`${f.ruleId} ${f.occurrence}`, f])).values(), (f) => `${f.ruleId} ${f.key}`).values()].map((all) => {
      const times = all.map((f) => f.at.getTime())
      return { key: all[0]!.key, times: all.length, first_at: new Date(Math.min(...times)), last_at: new Date(Math.max(...times)), why: { n: new Date(Math.max(...times)).getUTCMinutes() } }
    })
    const found = (await alerts()).filter((a) => a.key.startsWith(run)).map(({ key, times, first_at, last_at, why }) => ({ key, times, first_at, last_at, why }))
    const order = (a: { key: string; first_at: Date; times: number }, b: { key: string; first_at: Date; times: number }) => a.key.localeCompare(b.key) || a.times - b.times || a.first_at.getTime() - b.first_at.getTime()
    expect(found.sort(order).map((f) => ({ ...f, first_at: f.first_at.getTime() })).map((f) => JSON.stringify(f)).sort()).toEqual(expected.map((f) => ({ ...f, first_at: f.first_at.getTime() })).map((f) => JSON.stringify(f)).sort())
  }), { numRuns: 12 })
})

describe('what is over by itself', () => {
  test('ends, and fires anew when it comes back', async () => {
    const ruleId = await write((tx) => buildRule(tx))
    await write((tx) => raise(tx, [firingOf(ruleId, { key: 'a', at: at(1) })]))
    await write((tx) => settle(tx, [{ ruleId, key: 'a', at: at(2) }, { ruleId, key: 'unknown', at: at(2) }]))
    await write((tx) => raise(tx, [firingOf(ruleId, { key: 'a', at: at(3) })]))
    expect(await alerts()).toMatchObject([{ state: 'resolved', resolved_reason: 'over' }, { state: 'open', times: 1 }])
  })

  test('told late ends nothing that has fired since', async () => {
    const ruleId = await write((tx) => buildRule(tx))
    await write((tx) => raise(tx, [firingOf(ruleId, { key: 'a', at: at(5) })]))
    await write((tx) => settle(tx, [{ ruleId, key: 'a', at: at(2) }]))
    expect(await alerts()).toMatchObject([{ state: 'open' }])
  })
})
