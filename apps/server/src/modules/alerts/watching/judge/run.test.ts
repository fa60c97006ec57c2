// Guards N in a row against the order of jobs: shuffled, doubled, late and imported ones give what the past gives when it is seen at once.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyRun, takeIntoRun, type RunMember } from './run.ts'

const minute = 60_000
const member = (id: number, fits: boolean, more: Partial<RunMember> = {}): RunMember => ({ id: `answer:${String(id).padStart(4, '0')}`, at: id * minute, knownAt: more.at ?? id * minute, fits, imported: false, ...more })
const atOnce = (members: readonly RunMember[], n: number) => takeIntoRun(emptyRun, members, n).fired.map((f) => f.id)
function told(batches: readonly (readonly RunMember[])[], n: number): Set<string> {
  const fired = new Set<string>()
  let memory = emptyRun
  for (const batch of batches) {
    const step = takeIntoRun(structuredClone(memory), batch, n)
    memory = JSON.parse(JSON.stringify(step.memory)) as typeof memory
    for (const { id } of step.fired) fired.add(id)
  }
  return fired
}

describe('three in a row', () => {
  test('fire once, and again only after one that does not fit', () => {
    const members = [1, 1, 1, 1, 1, 0, 1, 1, 1, 1].map((bad, i) => member(i + 1, bad === 1))
    expect(atOnce(members, 3)).toEqual(['answer:0003', 'answer:0009'])
  })

  test('of which one came late do not fire backwards, but with the next that comes in time', () => {
    const late = member(3, true, { knownAt: 50 * minute })
    expect(atOnce([member(1, true), member(5, true), late], 3)).toEqual([])
    expect(atOnce([member(1, true), member(5, true), late, member(60, true)], 3)).toEqual(['answer:0060'])
  })

  test('a late one that does not fit ends the row it stands in', () => {
    expect(atOnce([member(1, true), member(5, true), member(3, false, { knownAt: 50 * minute }), member(60, true)], 3)).toEqual([])
  })

  test('that have fired stay fired when one that does not fit comes a moment after them from between', () => {
    const good = member(4, false, { at: 1.5 * minute, knownAt: 3.1 * minute })
    const [a, b, c] = [member(1, true), member(2, true), member(3, true)] as const
    expect(atOnce([a, b, c, good], 3)).toEqual(['answer:0003'])
    expect([...told([[a], [b], [c], [good]], 3)]).toEqual(['answer:0003'])
  })

  test('of which the last was imported do not fire', () => {
    expect(atOnce([member(1, true), member(2, true), member(3, true, { imported: true })], 3)).toEqual([])
  })

  test('told by a job that was away for a day take their place and fire nothing', () => {
    expect([...told([[member(2000, true)], [member(5000, true)], [member(1, true), member(2, true), member(3, true)]], 3)]).toEqual([])
  })

  test('are remembered in little, however long the row and however busy the place', () => {
    let memory = emptyRun
    for (let i = 0; i < 1200; i++) memory = takeIntoRun(memory, [member(i, true)], 3).memory
    expect(memory.recent.length).toBeLessThanOrEqual(400)
    expect(memory.row.bad.length).toBeLessThanOrEqual(200)
    expect(takeIntoRun(memory, [member(1200, true)], 3).fired).toEqual([])
  })
})

test('however jobs are shuffled and doubled within an hour, the same fire as when all is seen at once', () => {
  const answers = fc.array(fc.record({ gap: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constantFrom(0.01, 0.02)), bad: fc.boolean(), late: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.constantFrom(0.01, 0.02, 0.3) }, { weight: 1, arbitrary: fc.integer({ min: 10, max: 3000 }) }), imported: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }) }), { maxLength: 60 })
  fc.assert(fc.property(answers, fc.integer({ min: 2, max: 4 }), fc.infiniteStream(fc.integer({ min: 0, max: 59 })), (given, n, moved) => {
    let at = 0
    const members = given.map(({ gap, bad, late, imported }, i) => {
      at += gap * minute
      return member(i, bad, { at, knownAt: at + late * minute, imported })
    })
    // Each job runs up to an hour after its answer was taken, every third one twice.
    const jobs = members.flatMap((m, i) => [{ m, at: m.knownAt + moved.next().value * minute }, ...(i % 3 === 0 ? [{ m, at: m.knownAt + moved.next().value * minute }] : [])]).toSorted((a, b) => a.at - b.at)
    const fired = told(jobs.map(({ m }) => [m]), n)
    // What was told before something that belongs before it came cannot be taken back: nothing else may differ.
    for (const id of atOnce(members, n)) expect(fired).toContain(id)
    // Told as they were taken, it is the very same.
    expect([...told(members.toSorted((a, b) => a.knownAt - b.knownAt).map((m) => [m]), n)].toSorted()).toEqual(atOnce(members, n).toSorted())
    const told2 = told(Map.groupBy(jobs, (j) => Math.floor(j.at / (60 * minute))).values().map((some) => some.map(({ m }) => m)).toArray(), n)
    for (const id of atOnce(members, n)) expect(told2).toContain(id)
  }), { numRuns: 500 })
})
