import type { Firing, Settled } from '../../firing.ts'

/** What a look at one rule found, to be written together. Epoch milliseconds. */
export interface Found {
  ruleId: string
  version: number
  /** Up to when it had been looked before; null: never. */
  before: number | null
  until: number
  memories: [place: string, memory: unknown][]
  firings: Firing[]
  settled: Settled[]
}
