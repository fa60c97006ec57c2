// One look at the numbers: a transaction on one snapshot, with what every question in it needs. Sums and waiting facts are read by several
// statements, so the snapshot must be the same for all (repeatable read).
import type { Tx } from '../../../../platform/db/database.ts'
import { readZones } from '../../sums/zone-of-sums.ts'
import type { Asker } from '../asker.ts'
import { readFieldWords, type FieldWords } from '../where/fields.ts'
import { readWaiting, type WaitingFact } from './waiting.ts'

export interface Reading {
  tx: Tx
  asker: Asker
  zone: string
  /** Whether sums may be asked. */
  sums: boolean
  words: FieldWords
  now: Date
  /** Facts not yet in the sums; read once, when first asked for. */
  waiting(): Promise<readonly WaitingFact[]>
}

export async function startReading(tx: Tx, asker: Asker): Promise<Reading> {
  const { zone, ofSums } = await readZones(tx)
  const words = await readFieldWords(tx, zone)
  let waiting: Promise<readonly WaitingFact[]> | null = null
  return {
    tx, asker, zone, words, now: new Date(),
    sums: !asker.restricted && (ofSums === null || ofSums === zone),
    waiting: () => (waiting ??= readWaiting(tx, zone)),
  }
}
