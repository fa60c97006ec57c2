// Saving a canned answer. What others use is changed only by those who may share.
import type { Static } from 'typebox'
import type { CannedAnswerPatch, NewCannedAnswer } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { isId, newId } from '../../../../platform/id.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit } from '../../../identity/index.ts'
import { getCanned, type CannedRow } from '../queries.ts'
import { checkTexts } from '../rules/check-texts.ts'

export async function createCanned(tx: Tx, actor: Actor, wish: Static<typeof NewCannedAnswer>): Promise<string> {
  const sharing = wish.sharing ?? 'private'
  if (sharing === 'shared') mayShare(actor)
  const row = { id: newId(), name: nameOf(wish.name), shortcut: wish.shortcut ?? null, texts: checkTexts(wish.texts), owner_id: actor.staffId, sharing, queue_id: await queueOf(tx, wish.queueId ?? null) }
  await refuseTakenShortcut(tx, row)
  await tx.query('insert into canned_answer (org_id, id, name, shortcut, texts, owner_id, sharing, queue_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tx.orgId, row.id, row.name, row.shortcut, JSON.stringify(row.texts), row.owner_id, row.sharing, row.queue_id], 'insert-canned')
  await tell(tx, actor, row, 'created')
  return row.id
}

/** `texts` takes the place of all there were. Made private, it becomes the asker's own. @throws Refusal */
export async function changeCanned(tx: Tx, actor: Actor, id: string, patch: Static<typeof CannedAnswerPatch>): Promise<void> {
  const now = await getCanned(tx, actor.staffId, id, true)
  const sharing = patch.sharing ?? now.sharing
  if (now.sharing === 'shared' || sharing === 'shared') mayShare(actor)
  const next = {
    ...now, sharing, owner_id: sharing === 'private' ? actor.staffId : now.owner_id,
    ...(patch.name === undefined ? {} : { name: nameOf(patch.name) }), ...(patch.shortcut === undefined ? {} : { shortcut: patch.shortcut }),
    ...(patch.texts === undefined ? {} : { texts: checkTexts(patch.texts) }), ...(patch.queueId === undefined || patch.queueId === now.queue_id ? {} : { queue_id: await queueOf(tx, patch.queueId) }),
  }
  await refuseTakenShortcut(tx, next)
  await tx.query('update canned_answer set name = $3, shortcut = $4, texts = $5, owner_id = $6, sharing = $7, queue_id = $8, updated_at = now() where org_id = $1 and id = $2',
    [tx.orgId, now.id, next.name, next.shortcut, JSON.stringify(next.texts), next.owner_id, next.sharing, next.queue_id], 'update-canned')
  await tell(tx, actor, now.sharing === 'shared' ? { ...next, sharing: 'shared' } : next, 'changed')
}

/** @throws Refusal */
export async function deleteCanned(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await getCanned(tx, actor.staffId, id, true)
  if (row.sharing === 'shared') mayShare(actor)
  await tx.query('update canned_answer set retired_at = now(), updated_at = now() where org_id = $1 and id = $2', [tx.orgId, row.id], 'retire-canned')
  await tell(tx, actor, row, 'removed')
}

const mayShare = (actor: Actor) => {
  if (!actor.permissions.has('view.share')) throw new Refusal('not-allowed', 'This canned answer is for everybody, which needs the permission view.share: keep one of your own, or ask a manager.', { sharing: 'needs view.share' })
}

function nameOf(given: string): string {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'A canned answer needs a name of at least one letter.', { name: 'is empty' })
  return name
}

async function queueOf(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const known = isId(id) ? await tx.query('select 1 from queue where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, id], 'queue-of-canned') : []
  if (known.length === 0) throw new Refusal('invalid-input', 'There is no such queue: choose one from the list.', { queueId: 'names an unknown queue' })
  return id
}

/** Two who choose the same one at one moment: the second waits here until the first is done. */
async function refuseTakenShortcut(tx: Tx, { id, shortcut, sharing }: Pick<CannedRow, 'id' | 'shortcut' | 'sharing'>) {
  if (shortcut === null || sharing !== 'shared') return
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || lower($2), 0))`, [tx.orgId, `canned ${shortcut}`], 'lock-shortcut')
  const taken = await tx.query<{ name: string }>(`select name from canned_answer where org_id = $1 and lower(shortcut) = lower($2) and sharing = 'shared' and retired_at is null and id <> $3`, [tx.orgId, shortcut, id], 'shortcut-taken')
  if (taken.length > 0) throw new Refusal('conflict', `The shortcut "${shortcut}" already brings "${taken[0]!.name}": choose another one.`, { shortcut: 'is taken' })
}

async function tell(tx: Tx, actor: Actor, { id, name, sharing }: Pick<CannedRow, 'id' | 'name' | 'sharing'>, what: 'created' | 'changed' | 'removed') {
  if (sharing === 'shared') await audit(tx, actor, `cannedAnswer.${what}`, { kind: 'cannedAnswer', id }, { name })
  tx.publish({ name: 'channels.cannedAnswerChanged', ids: { cannedAnswerId: id } })
}
