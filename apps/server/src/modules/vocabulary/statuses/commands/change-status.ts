import type { Static } from 'typebox'
import type { StatusPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import type { Doer } from '../../../identity/index.ts'
import { auditChange } from '../../audit-change.ts'
import { lockWords } from '../../lock-words.ts'
import { tidyName } from '../../rules/name.ts'
import { readStatuses, type StatusRow } from '../queries.ts'
import { checkStatus } from '../rules/check-status.ts'
import { saveStatus } from './save-status.ts'

/** @throws Refusal. Tickets keep a status that is retired; nothing new gets it. */
export async function changeStatus(tx: Tx, doer: Doer, key: string, patch: Static<typeof StatusPatch>): Promise<void> {
  await lockWords(tx)
  const all = await readStatuses(tx)
  const before = all.find((s) => s.key === key)
  if (before === undefined) throw notFound('status')
  const name = patch.name === undefined ? before.name : tidyName(patch.name)
  const after: StatusRow = {
    ...before, name,
    // A name that somebody chose is shown as it is, in every language.
    readyMade: name === before.name ? before.readyMade : null,
    colour: patch.colour ?? before.colour, position: patch.position ?? before.position, isDefault: patch.isDefault ?? before.isDefault,
    next: patch.next === undefined ? before.next : patch.next === null ? null : [...new Set(patch.next)],
    requires: { ...before.requires, ...patch.requires },
    onCustomerMessage: patch.onCustomerMessage === undefined ? before.onCustomerMessage : patch.onCustomerMessage,
    retired: patch.retired ?? before.retired,
  }
  checkStatus(all, before, after)
  if (await auditChange(tx, doer, 'status', key, before, after, ['name', 'colour', 'position', 'isDefault', 'next', 'requires', 'onCustomerMessage'])) await saveStatus(tx, all, after)
}
