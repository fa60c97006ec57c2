// Sums and histograms of measures, by one of two roads that must agree (sums-and-facts-agree.test.ts): sums with the facts that wait for them,
// a few hundred rows however many facts there are; or the facts one by one, for what no sum was kept of, and for whoever sees only some places.
import type { Ask, Bin, Sum } from './ask.ts'
import { cellsOfAsk } from './cells-of-ask.ts'
import type { Reading } from './reading.ts'
import { cellsStatement, factsStatement } from './statements.ts'
import { waitingBins, waitingSums } from './waiting.ts'

/** From where a question would be answered. */
export const roadOf = (reading: Reading, ask: Ask, what: 'sums' | 'bins' = 'sums'): 'sums' | 'facts' => (reading.sums && cellsOfAsk(ask, what === 'bins') !== null ? 'sums' : 'facts')

export async function readSums(reading: Reading, ask: Ask): Promise<Sum[]> {
  const cells = reading.sums ? cellsOfAsk(ask, false) : null
  const { text, values, name } = cells === null ? factsStatement(reading, ask, 'sums') : cellsStatement(reading, ask, cells, 'sums')
  const [rows, waiting] = await Promise.all([reading.tx.query<Sum>(text, values, name), cells === null ? [] : reading.waiting()])
  return cells === null ? rows : [...rows, ...waitingSums(waiting, ask)]
}

export async function readBins(reading: Reading, ask: Ask): Promise<Bin[]> {
  const cells = reading.sums ? cellsOfAsk(ask, true) : null
  const { text, values, name } = cells === null ? factsStatement(reading, ask, 'bins') : cellsStatement(reading, ask, cells, 'bins')
  const [rows, waiting] = await Promise.all([reading.tx.query<Bin>(text, values, name), cells === null ? [] : reading.waiting()])
  return cells === null ? rows : [...rows, ...waitingBins(waiting, ask)]
}
