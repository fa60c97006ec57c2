// Parts of questions, looked at before they are stored.
import type { Conditions } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { takeCut } from './take-cut.ts'
import { factFields, readFieldWords } from './where/fields.ts'
import { takeWhere } from './where/take-where.ts'

/** @throws Refusal `invalid-input` under `field` */
export async function checkWhere(tx: Tx, where: Conditions | null, field = 'where'): Promise<void> {
  takeWhere(where, factFields(await readFieldWords(tx, 'UTC'), []), field)
}

/** @throws Refusal `invalid-input` under `field` */
export async function checkCut(tx: Tx, by: string, field = 'by'): Promise<void> {
  takeCut(by, await readFieldWords(tx, 'UTC'), field)
}
