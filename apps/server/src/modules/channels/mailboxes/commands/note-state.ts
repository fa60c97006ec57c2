import type { Tx } from '../../../../platform/db/database.ts'
import type { MailboxState } from '../mailbox-row.ts'

/**
 * What was seen of the mailbox's connection. Writes, and tells the browsers, only when it differs from what is
 * known: `…At` says since when.
 */
export async function noteIntakeState(tx: Tx, mailboxId: string, intake: NonNullable<MailboxState['intake']>, detail: string | null): Promise<void> {
  const changed = await tx.query(
    `update mailbox set state = state || jsonb_build_object('intake', $3::text, 'intakeDetail', $4::text, 'intakeAt', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
     where org_id = $1 and id = $2 and (state->>'intake' is distinct from $3 or state->>'intakeDetail' is distinct from $4) returning id`,
    [tx.orgId, mailboxId, intake, detail])
  if (changed.length > 0) tx.publish({ name: 'channels.mailboxStateChanged', ids: { mailboxId } })
}
