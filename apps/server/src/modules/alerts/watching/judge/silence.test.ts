// Guards silence: counted in open hours, told once, broken by what comes.
import { expect, test } from 'vitest'
import { judgeSilence, type SilenceMemory } from './silence.ts'

const hour = 3_600_000
const always = { between: (from: number, to: number) => to - from }
/** Open every second hour. */
const half = { between: (from: number, to: number) => (to - from) / 2 }
function lived(hours: number, looks: readonly [at: number, newest: number | null][], time = always): (string | null)[] {
  let memory: SilenceMemory = { lastAt: 0, silent: false }
  return looks.map(([at, newest]) => {
    const verdict = judgeSilence({ hours }, memory, at * hour, newest === null ? null : newest * hour, time)
    memory = verdict.memory
    return verdict.said
  })
}

test('is told once when so many hours have passed, and again after it was broken', () => {
  expect(lived(3, [[1, 0.5], [2, null], [3, null], [4, null], [5, null], [6, 5.5], [9, null]])).toEqual([null, null, null, 'fires', null, 'is-back', 'fires'])
})
test('counts the hours in which the calendar is open', () => expect(lived(3, [[5, null], [6, null]], half)).toEqual([null, 'fires']))
test('is not broken by what was there before', () => expect(lived(3, [[4, 2], [5, 2], [6, 1]])).toEqual([null, 'fires', null]))
