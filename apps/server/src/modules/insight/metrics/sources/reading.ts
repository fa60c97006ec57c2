// One look at the numbers: a transaction on one snapshot, with what every question in it needs. Sums and waiting facts are read by several
// statements, so all must see the same moment.
import type { Locale } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { zoneOfSums } from '../../sums/zone-of-sums.ts'
import type { Asker } from '../asker.ts'
import { offDays, readCountry, type OffDays } from '../figures/off-days.ts'
import { readFieldWords, type FieldWords } from '../where/fields.ts'
import { readWaiting, type WaitingFact } from './waiting.ts'

export interface Reading {
  tx: Tx
  asker: Asker
  zone: string
  /** Of the organization: names are sorted by it. */
  language: Locale
  /** Whether sums may be asked. */
  sums: boolean
  words: FieldWords
  now: Date
  /** Facts not yet in the sums; read once, when first asked for. */
  waiting(): Promise<readonly WaitingFact[]>
  offDays(): Promise<OffDays>
}

/** @param tx of `db.report`: read committed would count a fact twice, or not at all, when it is summed between two statements */
export async function startReading(tx: Tx, asker: Asker, now = new Date()): Promise<Reading> {
  const [org] = await tx.query<{ zone: string; language: Locale; of_sums: string | null; isolation: string }>(
    `select o.time_zone as zone, o.locale as language, ${zoneOfSums} as of_sums, current_setting('transaction_isolation') as isolation from org o where o.id = $1`, [tx.orgId], 'start-reading-numbers')
  const { zone, language, of_sums: ofSums, isolation } = org!
  if (isolation !== 'repeatable read' && isolation !== 'serializable') throw new TypeError('Numbers are read in a transaction of one moment: use db.report.')
  const words = await readFieldWords(tx, zone)
  const once = <T>(make: () => Promise<T>) => {
    let made: Promise<T> | null = null
    return () => (made ??= make())
  }
  return {
    tx, asker, zone, language, words, now,
    sums: !asker.restricted && (ofSums === null || ofSums === zone),
    waiting: once(() => readWaiting(tx, zone)),
    offDays: once(async () => offDays(await readCountry(tx), zone)),
  }
}
