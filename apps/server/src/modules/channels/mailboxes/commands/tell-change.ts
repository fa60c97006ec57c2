import type { Tx } from '../../../../platform/db/database.ts'

export const mailboxChannel = 'kontuar_mailboxes'

/** Tells browsers and those who watch the mailbox, wherever they run, once the change is committed. */
export async function tellChange(tx: Tx, mailboxId: string): Promise<void> {
  tx.publish({ name: 'channels.mailboxChanged', ids: { mailboxId } })
  await tx.query('select pg_notify($1, $2)', [mailboxChannel, mailboxId])
}
