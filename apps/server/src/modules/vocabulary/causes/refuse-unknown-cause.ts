import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/**
 * @param id a cause that is new on the thing; the one it has already may be retired
 * @throws Refusal `invalid-input` unless it may be given
 */
export async function refuseUnknownCause(tx: Tx, id: string): Promise<void> {
  const [cause] = isId(id) ? await tx.query<{ name: string; retired: boolean }>('select name, retired_at is not null as retired from cause where org_id = $1 and id = $2 for share', [tx.orgId, id], 'usable-cause') : []
  if (cause === undefined) throw new Refusal('invalid-input', 'There is no such cause: choose one of the list.', { causeId: 'is not a known cause' })
  if (cause.retired) throw new Refusal('invalid-input', `"${cause.name}" can no longer be given, being retired: choose another cause.`, { causeId: 'is retired' })
}
