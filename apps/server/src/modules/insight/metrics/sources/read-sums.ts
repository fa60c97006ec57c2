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

export const readSums = (reading: Reading, ask: Ask): Promise<Sum[]> => read(reading, ask, 'sums', waitingSums)
export const readBins = (reading: Reading, ask: Ask): Promise<Bins[]> => read(reading, ask, 'bins', waitingBins)

async function read<Row extends Sum | Bins>(reading: Reading, ask: Ask, what: 'sums' | 'bins', waitingOf: (facts: readonly WaitingFact[], ask: Ask, edges: readonly Period[]) => Row[]): Promise<Row[]> {
  const cells = reading.sums ? cellsOfAsk(ask, what === 'bins') : null
  if (cells === null) {
    const { text, values, name } = factsStatement(reading, ask, what)
    return reading.tx.query<Row>(text, values, name)
  }
  const { text, values, name, edges } = cellsStatement(reading, ask, cells, what)
  const [rows, waiting] = await Promise.all([reading.tx.query<Row>(text, values, name), reading.waiting()])
  return [...rows, ...waitingOf(waiting, ask, edges)]
}
