import type { Tx } from '../../../platform/db/database.ts'

/** The bytes kept back for sending: sent, taken back or returned, nobody needs the link in them any more. */
export async function forgetWithheld(tx: Tx, outgoingIds: readonly string[]): Promise<void> {
  await tx.query('delete from withheld_mail where org_id = $1 and outgoing_id = any ($2)', [tx.orgId, outgoingIds], 'forget-withheld')
}
