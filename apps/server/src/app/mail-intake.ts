// The port of identity for /status: how mail intake stands in one organization.
import type { IdentityPorts } from '../modules/identity/index.ts'

export const mailIntake: IdentityPorts['mailIntake'] = async (tx) => {
  const [row] = await tx.query<{ mailboxes: number; waiting: number }>(
    `select (select count(*) from mailbox where org_id = $1 and active and retired_at is null) as mailboxes,
       (select count(*) from mail_delivery where org_id = $1 and state = 'received') as waiting`, [tx.orgId], 'mail-intake')
  return row ?? { mailboxes: 0, waiting: 0 }
}
