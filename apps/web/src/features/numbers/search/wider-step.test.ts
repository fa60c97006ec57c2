// Guards that lines are read by a step at which there is something to see.
import { expect, test } from 'vitest'
import type { MetricResult } from '@kontuar/contracts'
import { widerStep } from './wider-step.ts'

const result = (...counts: number[]) => ({ points: counts.map((n) => ({ figure: { n, shown: n >= 5 } })) }) as unknown as MetricResult
const month = { from: '2026-11-01', to: '2026-12-01' }
const few = result(2, 3, 9, 1, 0, 4, 2)

test.each([
  [{ kind: 'line' as const }, month, few, 'week'], [{ kind: 'number' as const }, month, few, 'week'], [{ kind: 'line' as const, step: 'week' as const }, month, few, null], [{ kind: 'line' as const, step: 'week' as const }, { from: '2026-01-01', to: '2026-12-01' }, few, 'month'],
  [{ kind: 'line' as const }, { from: '2026-11-01', to: '2026-11-08' }, few, null], [{ kind: 'bars' as const }, month, few, null], [{ kind: 'line' as const }, month, result(9, 8, 2, 7), null], [{ kind: 'line' as const }, month, result(0, 0, 0, 2), null], [{ kind: 'line' as const }, month, result(), null],
])('%j over %j is read by the wider step %$', (tile, days, given, wanted) => expect(widerStep(tile, days, [given])).toBe(wanted))
