// Sums and histograms of measures, by one of two roads that must agree (sums-and-facts-agree.test.ts): sums with the facts that wait for them,
// a few hundred rows however many facts there are; or the facts one by one, for what no sum was kept of, and for whoever sees only some places.
import type { Ask, Bins, Sum } from './ask.ts'
import { cellsOfAsk } from './cells-of-ask.ts'
import type { Reading } from './reading.ts'
import { cellsStatement, factsStatement } from './statements.ts'
import { waitingBins, waitingSums, type WaitingFact } from './waiting.ts'
import type { Period } from '../time.ts'

/** From where a question would be answered. */
export const roadOf = (reading: Reading, ask: Ask, what: 'sums' | 'bins' = 'sums'): 'sums' | 'facts' => (reading.sums && cellsOfAsk(ask, what === 'bins') !== null ? 'sums' : 'facts')

export const readSums = (reading: Reading, ask: Ask): Promise<Sum[]> => read<Sum, Sum>(reading, ask, 'sums', (row) => row, waitingSums)
export const readBins = (reading: Reading, ask: Ask): Promise<Bins[]> => read<WrittenBins, Bins>(reading, ask, 'bins', (row) => ({ ...row, bins: numbersOf(row.bins), counts: numbersOf(row.counts) }), waitingBins)

/** Whole numbers with commas between: of a million, no reading by hand is as quick. */
const numbersOf = (text: string) => JSON.parse(`[${text}]`) as number[]
type WrittenBins = Omit<Bins, 'bins' | 'counts'> & { bins: string; counts: string }

async function read<Row extends object, Read extends Sum | Bins>(reading: Reading, ask: Ask, what: 'sums' | 'bins', taken: (row: Row) => Read, waitingOf: (facts: readonly WaitingFact[], ask: Ask, edges: readonly Period[]) => Read[]): Promise<Read[]> {
  const cells = reading.sums ? cellsOfAsk(ask, what === 'bins') : null
  if (cells === null) {
    const { text, values, name } = factsStatement(reading, ask, what)
    return (await reading.tx.query<Row>(text, values, name)).map(taken)
  }
  const { text, values, name, edges } = cellsStatement(reading, ask, cells, what)
  const [rows, waiting] = await Promise.all([reading.tx.query<Row>(text, values, name), reading.waiting()])
  return [...rows.map(taken), ...waitingOf(waiting, ask, edges)]
}
