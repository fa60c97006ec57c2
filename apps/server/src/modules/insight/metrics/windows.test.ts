// Guards windows that slide: read one by one and slid over what was read once give the same figures, for metrics of every form, by place and
// together, over hours at which the clocks change.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Dimension } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildOrganization, type TestOrganization } from '../../identity/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildFact, putFacts } from '../sums/testing.ts'
import { aYearBefore, daysBefore, openWindows, ticksBetween, type Tallies } from './windows.ts'

const [hour, day] = [3_600_000, 86_400_000]
/** Clocks go back on 25 October. */
const begin = Date.parse('2025-10-20T22:00:00Z')
let kontuar: TestKontuar
let org: TestOrganization
const places = [newId(), newId(), null]
beforeAll(async () => {
  kontuar = await startTestKontuar({}, { organizations: false })
  org = await buildOrganization(kontuar.platform.db)
  let state = 7
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const facts = Array.from({ length: 900 }, () => {
    const at = Math.floor(begin - 4 * day + random() * 18 * day)
    const where = { channel: random() < 0.5 ? 'phone' : 'email', locationId: places[Math.floor(random() * 3)]! }
    const which = random()
    if (which < 0.3) return buildFact({ ...where, kind: 'answer', at, measures: { answer: 1, nps: 9, [random() < 0.6 ? 'promoter' : 'detractor']: 1 } })
    if (which < 0.5) return buildFact({ ...where, kind: 'entry', at, measures: { 'contact-in': 1, 'first-response': Math.floor(60 + 9000 * random()) } })
    if (which < 0.7) return buildFact({ ...where, kind: 'clock', at, measures: { 'sla-kept': random() < 0.8 ? 1 : 0 } })
    return random() < 0.6 ? buildFact({ ...where, kind: 'stay-entered', at, measures: { entered: 1 } }) : buildFact({ ...where, kind: 'stay-left', at, measures: { left: 1 } })
  })
  await kontuar.platform.db.write(org.orgId, (tx) => putFacts(tx, facts))
}, 120_000)
afterAll(() => kontuar.stop())

test.each<[metric: string, by: Dimension | null]>([
  ['nps', null], ['nps', 'location'], ['contacts-in', 'channel'], ['sla-kept', 'location'], ['first-response-median', 'location'], ['first-response-mean', null], ['complaints-per-contact', null], ['backlog', 'location'],
])('%s by %s', async (metric, by) => {
  await kontuar.platform.db.report(org.orgId, async (tx) => {
    const windows = await openWindows(tx, { metric, where: null, by })
    const ticks = ticksBetween(begin, begin + 9 * day, 'hour', windows.zone)
    const of = (at: number) => [daysBefore(at, 2, windows.zone), daysBefore(daysBefore(at, 2, windows.zone).from, 2, windows.zone)]
    const all = ticks.flatMap(of)
    const slide = await windows.slide({ from: Math.min(...all.map((p) => p.from)), to: ticks.at(-1)! }, 'hour')
    const seen = new Set<string>()
    for (const [i, at] of ticks.entries()) {
      const slid = slide.at(of(at))
      if (i % 17 !== 0) continue
      const read = await windows.read(of(at))
      for (const [w, found] of read.entries()) {
        for (const member of new Set([...found.keys(), ...slid[w]!.keys()])) {
          const [a, b] = [found.get(member), slid[w]!.get(member)].map((t) => (t === undefined ? null : windows.figure(t as Tallies)))
          seen.add(member)
          expect(b?.n ?? 0, `${new Date(at).toISOString()} ${member}`).toBe(a?.n ?? 0)
          if (a !== null && a!.value !== null && a!.n !== 0) expect(b!.value).toBeCloseTo(a!.value, 9)
        }
      }
    }
    expect(seen.size).toBeGreaterThan(by === null ? 0 : 1)
    expect(seen).not.toContain('~none')
    // Again from its beginning it says the same, and its days in their own order change nothing.
    const first = of(ticks[40]!)
    const figures = [slide.again(), slide.withDays((d) => d)].map((s) => [...s.at(first)[0]!].map(([member, t]) => [member, windows.figure(t).value]).sort())
    expect(figures[0]).toEqual(figures[1])
  })
}, 60_000)

test('windows are days of the calendar, also of a year ago', () => {
  expect(daysBefore(Date.parse('2025-10-27T12:00:00Z'), 2, 'Europe/Warsaw').from).toBe(Date.parse('2025-10-25T11:00:00Z'))
  expect(aYearBefore({ from: Date.parse('2026-03-29T10:00:00Z'), to: Date.parse('2026-03-30T10:00:00Z') }, 'Europe/Warsaw')).toEqual({ from: Date.parse('2025-03-29T11:00:00Z'), to: Date.parse('2025-03-30T10:00:00Z') })
  expect(ticksBetween(begin, begin + 2 * hour, 'hour', 'Europe/Warsaw')).toEqual([begin + hour, begin + 2 * hour])
  expect(ticksBetween(begin, begin + 6 * day, 'day', 'Europe/Warsaw')).toHaveLength(5)
})
