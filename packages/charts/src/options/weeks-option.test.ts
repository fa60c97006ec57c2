// Guards that weeks are drawn from zero and are called by what they cover.
import { expect, test } from 'vitest'
import { lightLook } from '../look.ts'
import { weeksOption } from './weeks-option.ts'

const frame = { width: 700, height: 160, look: lightLook, locale: 'pl' as const, timeZone: 'Europe/Warsaw' }
const weekMs = 7 * 86_400_000
const weeksOf = (...counts: number[]) => counts.map((n, i) => ({ from: new Date(Date.UTC(2026, 9, 4, 22) + i * weekMs).toISOString(), to: new Date(Date.UTC(2026, 9, 4, 22) + (i + 1) * weekMs).toISOString(), n }))

test('columns begin at zero and the highest one says its number', () => {
  const { option } = weeksOption({ weeks: weeksOf(0, 3, 1), said: String, frame })
  expect(option.yAxis).toMatchObject({ min: 0, max: 3 })
  const [bars] = option.series as { data: { value: number[]; label: { show: boolean } }[] }[]
  expect(bars!.data.map(({ value }) => value[1])).toEqual([0, 3, 1])
  expect(bars!.data.map(({ label }) => label.show)).toEqual([false, true, true])
})

test('a week is called by its days and says how often, without rows behind it', () => {
  const { hits } = weeksOption({ weeks: weeksOf(4), said: (n) => `${n} razy`, frame })
  expect(hits).toHaveLength(1)
  expect(hits[0]!.title).toContain('paź')
  expect(hits[0]).toMatchObject({ lines: ['4 razy'], rows: null })
})

test('without a single week something is drawn all the same', () => {
  expect(weeksOption({ weeks: [], said: String, frame }).hits).toEqual([])
})
