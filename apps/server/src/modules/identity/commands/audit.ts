// The audit log: who did what to what, in the transaction of the deed. Append-only by trigger.
// `detail` holds ids, codes and old and new values of settings; never texts of customers, never secrets.
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import type { Actor } from '../../../platform/http/actor.ts'

/** null: the program itself, for example its command line. */
export type Doer = Pick<Actor, 'staffId' | 'name' | 'ipAddress'> | null

/**
 * @param action <subject>.<past participle>, for example `mailbox.changed`
 * @param subject what it was done to; null when the organization as a whole
 */
export async function audit(tx: Tx, actor: Doer, action: string, subject: { kind: string; id: string } | null = null, detail: Record<string, unknown> = {}): Promise<void> {
  await tx.query(
    'insert into audit (org_id, id, actor_id, actor_name, action, subject_kind, subject_id, detail, ip_address) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.orgId, newId(), actor?.staffId ?? null, actor?.name ?? null, action, subject?.kind ?? null, subject?.id ?? null, JSON.stringify(detail), actor?.ipAddress ?? null], 'write-audit')
}
