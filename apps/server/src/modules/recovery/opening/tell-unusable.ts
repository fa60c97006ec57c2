// Says to the administrators that the conditions of the closed loop are understood no more: once for each time they were saved.
import type { Tx } from '../../../platform/db/database.ts'
import { peopleInCharge } from '../../identity/index.ts'
import { notify } from '../../notifications/index.ts'

/** @param savedAt of the settings */
export async function tellUnusable(tx: Tx, savedAt: Date): Promise<void> {
  const people = await peopleInCharge(tx, [{ to: 'role', role: 'administrator' }])
  // In the app alone: the words of a push are those of an unhappy customer.
  await notify(tx, people.map(({ staffId }) => ({ staffId, kind: 'recovery' as const, dedupeKey: `recovery-conditions:${savedAt.toISOString()}`, detail: { what: 'conditions' }, roads: { app: true, push: false } })))
}
