import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/**
 * @param ids the tags that are new on the thing; those it has already may be retired
 * @throws Refusal `invalid-input` unless each may be given.
 */
export async function refuseUnknownTags(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const wanted = new Set(ids.map((id) => id.toLowerCase()))
  const known = [...wanted].every(isId) ? await tx.query<{ name: string; retired: boolean }>('select name, retired_at is not null as retired from tag where org_id = $1 and id = any ($2)', [tx.orgId, [...wanted]], 'usable-tags') : []
  if (known.length < wanted.size) throw new Refusal('invalid-input', 'One of the tags does not exist: choose among those of the list.', { tagIds: 'names an unknown tag' })
  const retired = known.filter((t) => t.retired).map((t) => `"${t.name}"`)
  if (retired.length > 0) throw new Refusal('invalid-input', `${retired.join(', ')} can no longer be given, being retired: choose another tag.`, { tagIds: 'names a retired tag' })
}
