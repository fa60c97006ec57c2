import type { Tx } from '../../../../platform/db/database.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { findMailbox } from '../queries.ts'
import { tellChange } from './tell-change.ts'

/** It takes and sends no mail any more, its address is free, its passwords are forgotten; what came by it stays. */
export async function retireMailbox(tx: Tx, doer: Doer, id: string): Promise<void> {
  const mailbox = await findMailbox(tx, id, true)
  if (mailbox === null) throw notFound('mailbox')
  await tx.query(`update mailbox set retired_at = now(), active = false, secrets = '{}', state = '{}' where org_id = $1 and id = $2`, [tx.orgId, id])
  await tx.query('delete from mailbox_address where org_id = $1 and mailbox_id = $2', [tx.orgId, id])
  await audit(tx, doer, 'mailbox.retired', { kind: 'mailbox', id }, { address: mailbox.address })
  await tellChange(tx, id)
}
