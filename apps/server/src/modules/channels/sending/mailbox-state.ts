// What the settings page shows of a mailbox: can it send? Written only when that changes, not for every mail.
import type { Tx } from '../../../platform/db/database.ts'
import type { SendOutcome } from '../../../platform/mail/index.ts'

export async function noteSendingState(tx: Tx, mailboxId: string, outcome: SendOutcome): Promise<void> {
  const failing = outcome.kind === 'unreachable'
  const state = failing ? 'failing' : 'ok'
  const changed = await tx.query(
    `update mailbox set state = state || jsonb_build_object('sending', $3::text, 'sendingDetail', $4::text, 'sendingAt', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
     where org_id = $1 and id = $2 and (state->>'sending' is distinct from $3 or state->>'sendingDetail' is distinct from $4) returning id`,
    [tx.orgId, mailboxId, state, failing ? outcome.reason : null], 'note-sending-state')
  if (changed.length > 0) tx.publish({ name: 'channels.mailboxChanged', ids: { mailboxId } })
}
