// Guards that a clock's steps read as sentences with days and hours in the organization's zone.
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { stepLine, timeSpan } from './clock-steps.ts'

const t = ((key: string, given: Record<string, string> = {}) => [key, ...Object.values(given)].join(' ')) as unknown as TFunction<'ticket'>
const words = { t, locale: 'pl' as const, timeZone: 'Europe/Warsaw', duration: (ms: number) => `${ms / 3_600_000} h`, statusName: (key: string) => key.toUpperCase() }
const step = (kind: string, from: string, to: string, countedSeconds = 0, name: string | null = null) => ({ kind, from, to, countedSeconds, name })

test.each([
  [step('open', '2026-11-23T15:00:00Z', '2026-11-23T16:00:00Z', 3600), 'pon., 23 lis 16:00–17:00', 'step.counted 1 h'],
  [step('closed', '2026-11-23T16:00:00Z', '2026-11-24T08:00:00Z'), 'pon., 23 lis 17:00 – wt., 24 lis 09:00', 'step.closed'],
  [step('holiday', '2026-11-10T23:00:00Z', '2026-11-11T23:00:00Z', 0, 'Narodowe Święto Niepodległości'), '11 listopada', 'Narodowe Święto Niepodległości'],
  [step('paused', '2026-11-23T15:00:00Z', '2026-11-23T16:00:00Z', 0, 'waiting'), 'pon., 23 lis 16:00–17:00', 'step.pausedIn WAITING'],
  [step('something-new', '2026-11-23T15:00:00Z', '2026-11-23T16:00:00Z', 1800), 'pon., 23 lis 16:00–17:00', 'step.counted 0.5 h'],
])('%o', (given, when, said) => {
  expect(stepLine(given, words)).toMatchObject({ when, words: said })
})

test('a moment has no dash', () => {
  const at = new Date('2026-11-23T15:00:00Z')
  expect(timeSpan(at, at, 'en', 'Europe/Warsaw')).toBe('Mon 23 Nov 16:00')
})
