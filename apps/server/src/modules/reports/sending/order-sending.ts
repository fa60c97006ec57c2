import type { Tx } from '../../../platform/db/database.ts'

/** Two at once of one run: one is made while the other is handed to the mail server. */
const lanes = [0, 1] as const

/** A waiting order of the same run is replaced: however often it is ordered, two work on it. */
export function orderSending(tx: Tx, runId: string, at: Date): void {
  for (const lane of lanes) tx.enqueue('reports.send', { deliveryId: runId, lane }, { runAt: at.toISOString(), key: `reports.send:${runId}:${lane}`, maxAttempts: 5 })
}
