import type { Static } from 'typebox'
import type { NewTag } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { newId } from '../../../../platform/id.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { lockWords } from '../../lock-words.ts'
import { refuseTakenName, tidyName } from '../../rules/name.ts'
import { readTags } from '../queries.ts'

const mostTags = 2000

/** Answers its id. @throws Refusal. */
export async function createTag(tx: Tx, doer: Doer, wanted: Static<typeof NewTag>): Promise<string> {
  await lockWords(tx)
  const all = await readTags(tx)
  const name = tidyName(wanted.name)
  if (all.length >= mostTags) throw new Refusal('cannot-do', `There are ${mostTags} tags already: rename or bring back one of them instead.`)
  refuseTakenName('tag', name, all)
  const id = newId()
  await tx.query('insert into tag (org_id, id, name, colour) values ($1, $2, $3, $4)', [tx.orgId, id, name, wanted.colour ?? 'grey'], 'insert-tag')
  await audit(tx, doer, 'tag.created', { kind: 'tag', id }, { name })
  tx.publish({ name: 'vocabulary.tagChanged', ids: { tagId: id } })
  return id
}
