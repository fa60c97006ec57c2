import type { ClockTime } from './types.ts'

/** Time as it passes, nights and holidays included. */
export const elapsedTime: ClockTime = {
  add: (at, durationMs) => at + durationMs,
  between: (fromAt, toAt) => toAt - fromAt,
  steps: (fromAt, toAt) => (toAt > fromAt ? [{ kind: 'elapsed', fromAt, toAt, countedMs: toAt - fromAt }] : []),
}
