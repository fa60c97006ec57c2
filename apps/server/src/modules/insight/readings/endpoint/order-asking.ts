import type { Tx } from '../../../../platform/db/database.ts'
import type { CustomerText, TextKind } from '../texts/customer-texts.ts'

export interface Asking {
  texts: { id: string; subject: TextKind }[]
  /** Only to see whether it answers: a sentence of our own is sent, and nothing is written but how it went. */
  trial?: boolean
}

/** One after the other for each organization: nobody's endpoint is stormed. */
export function orderAsking(tx: Tx, texts: readonly CustomerText[]): void {
  if (texts.length > 0) tx.enqueue('insight.askEndpoint', { texts: texts.map(({ id, subject }) => ({ id, subject })) } satisfies Asking, { queue: `insight.askEndpoint ${tx.orgId}`, priority: 5 })
}

export const orderTrial = (tx: Tx): void => tx.enqueue('insight.askEndpoint', { texts: [], trial: true } satisfies Asking, { key: `insight.tryEndpoint ${tx.orgId}`, queue: `insight.askEndpoint ${tx.orgId}`, priority: -1 })
