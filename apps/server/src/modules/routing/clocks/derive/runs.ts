// When clocks begin and stop, by the diary alone; how long that is, and how long it may be, is counted elsewhere.
import type { FactsOverTime } from './facts-over-time.ts'
import type { Category, ClockKind, Entry, Facts, Span, TicketHistory } from './types.ts'

/** One clock of one cycle, before anybody asked which policy it is held to. */
export interface Run {
  kind: ClockKind
  cycle: number
  startedAt: number
  stoppedAt: number | null
  /** When it was written down that it stopped: from then on it is held to the settings of that moment. */
  settledAt: number | null
  /** Stopped because the matter was no matter of its own: merged, or closed as a duplicate. */
  dropped: boolean
  /** In force when it stopped, else now. */
  facts: Facts
  /** Of a response that came: the entry with which a person of ours gave it. Closing without one answers nothing. */
  answeredBy?: string
  /** For kind `status`. */
  status: string | null
  /** In which stretches it ran, given the statuses and categories in which it stands still. */
  spans(pausesIn: readonly string[]): Span[]
}

export type CategoryOf = (status: string) => Category

/** A stop that was entered later than it happened was settled at the entering: until then the clock ran. */
export const settledAt = (stoppedAt: number, entry: Entry | undefined) => Math.max(stoppedAt, entry?.recordedAt ?? stoppedAt)

/** A ticket merged into another is over, whatever its status says. */
export const isOver = (facts: Facts, categoryOf: CategoryOf) => facts.mergedIntoId !== null || categoryOf(facts.status) === 'closed'

/** A matter that went on elsewhere was neither solved here nor left lying. */
export const isDropped = (facts: Facts) => facts.mergedIntoId !== null || facts.result === 'duplicate'

/** The customer's first message, when it is older than its ticket: mail waits to be read, a call is written down later. */
export function beginningOf({ createdAt, entries }: TicketHistory): number {
  const first = entries.find((e) => e.meaning !== null)
  return first === undefined ? createdAt : Math.min(createdAt, first.at)
}

/** Consecutive stretches of one status, from the beginning on; `index` is that of the entry that began it, -1 for the first. */
export interface Stay { status: string; over: boolean; fromAt: number; toAt: number | null; index: number; endIndex: number }

export function staysOf(history: TicketHistory, { initial, after }: FactsOverTime, categoryOf: CategoryOf): Stay[] {
  const begin = beginningOf(history)
  const stays: Stay[] = [{ status: initial.status, over: isOver(initial, categoryOf), fromAt: begin, toAt: null, index: -1, endIndex: -1 }]
  history.entries.forEach(({ at }, index) => {
    const last = stays.at(-1)!
    const facts = after[index]!
    const over = isOver(facts, categoryOf)
    if (facts.status === last.status && over === last.over) return
    const then = Math.max(at, last.fromAt)
    last.toAt = then
    last.endIndex = index
    stays.push({ status: facts.status, over, fromAt: then, toAt: null, index, endIndex: -1 })
  })
  return stays
}
