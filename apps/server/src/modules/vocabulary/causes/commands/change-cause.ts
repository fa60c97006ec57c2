import type { BodyOf, Cause, changeCause as changeRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import type { Doer } from '../../../identity/index.ts'
import { auditChange } from '../../audit-change.ts'
import { lockWords } from '../../lock-words.ts'
import { refuseTakenName, tidyName } from '../../rules/name.ts'
import { readCauses } from '../queries.ts'

/** What has a cause keeps it when it is retired. @throws Refusal. */
export async function changeCause(tx: Tx, doer: Doer, id: string, patch: BodyOf<typeof changeRoute>): Promise<void> {
  await lockWords(tx)
  const all = await readCauses(tx)
  const before = all.find((c) => c.id === id.toLowerCase())
  if (before === undefined) throw notFound('cause')
  const after: Cause = { ...before, name: patch.name === undefined ? before.name : tidyName(patch.name), position: patch.position ?? before.position, retired: patch.retired ?? before.retired }
  if (!after.retired) refuseTakenName('cause', after.name, all.filter((c) => c !== before))
  if (!await auditChange(tx, doer, 'cause', before.id, before, after, ['name', 'position'])) return
  await tx.query('update cause set name = $3, position = $4, retired_at = case when $5 then coalesce(retired_at, now()) end where org_id = $1 and id = $2', [tx.orgId, before.id, after.name, after.position, after.retired], 'change-cause')
  tx.publish({ name: 'vocabulary.causeChanged', ids: { causeId: before.id } })
}
