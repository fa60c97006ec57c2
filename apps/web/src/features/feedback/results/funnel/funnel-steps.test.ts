// Guards the funnel: shares are of the step before, and no step loses fewer than nobody.
import { expect, test } from 'vitest'
import { byCount, funnelSteps } from './funnel-steps.ts'

const funnel = (counts: Record<string, number>) => Object.entries(counts).map(([step, n]) => ({ step, n })) as Parameters<typeof funnelSteps>[0]

test('each step says whom it kept and whom it lost', () => {
  const steps = funnelSteps(funnel({ planned: 200, suppressed: 50, invited: 150, delivered: 120, opened: 60, started: 30, finished: 30 }))
  expect(steps.map(({ step, n, kept, lost }) => [step, n, kept, lost])).toEqual([['planned', 200, null, 0], ['invited', 150, 0.75, 50], ['delivered', 120, 0.8, 30], ['opened', 60, 0.5, 60], ['started', 30, 0.5, 30], ['finished', 30, 1, 0]])
  expect(steps[2]!.width).toBe(0.6)
})

test('a step larger than the one before keeps all and loses none', () => {
  expect(funnelSteps(funnel({ planned: 10, invited: 10, delivered: 10, opened: 3, started: 5, finished: 5 }))[4]).toMatchObject({ kept: 1, lost: 0 })
})

test('nobody invited is a way without people, not an error', () => {
  expect(funnelSteps([]).every(({ n, width, kept }) => n === 0 && width === 0 && kept === null)).toBe(true)
})

test('reasons come by how often they stopped an asking', () => {
  expect(byCount({ minor: 2, 'rest-period': 9, conditions: 0, automatic: 2 })).toEqual([{ name: 'rest-period', n: 9 }, { name: 'automatic', n: 2 }, { name: 'minor', n: 2 }])
})
