import type { Static } from 'typebox'
import type { Tag, TagPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import type { Doer } from '../../../identity/index.ts'
import { auditChange } from '../../audit-change.ts'
import { lockWords } from '../../lock-words.ts'
import { refuseTakenName, tidyName } from '../../rules/name.ts'
import { readTags } from '../queries.ts'

/** What bears a tag keeps it when it is retired. @throws Refusal. */
export async function changeTag(tx: Tx, doer: Doer, id: string, patch: Static<typeof TagPatch>): Promise<void> {
  await lockWords(tx)
  const all = await readTags(tx)
  const before = all.find((t) => t.id === id.toLowerCase())
  if (before === undefined) throw notFound('tag')
  const after: Tag = { ...before, name: patch.name === undefined ? before.name : tidyName(patch.name), colour: patch.colour ?? before.colour, retired: patch.retired ?? before.retired }
  if (!after.retired) refuseTakenName('tag', after.name, all.filter((t) => t !== before))
  if (!await auditChange(tx, doer, 'tag', before.id, before, after, ['name', 'colour'])) return
  await tx.query('update tag set name = $3, colour = $4, retired_at = case when $5 then coalesce(retired_at, now()) end where org_id = $1 and id = $2', [tx.orgId, before.id, after.name, after.colour, after.retired], 'change-tag')
  tx.publish({ name: 'vocabulary.tagChanged', ids: { tagId: before.id } })
}
