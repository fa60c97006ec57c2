import type { Static } from 'typebox'
import type { NewStatus } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { lockWords } from '../../lock-words.ts'
import { tidyName } from '../../rules/name.ts'
import { readStatuses, type StatusRow } from '../queries.ts'
import { checkStatus } from '../rules/check-status.ts'
import { makeKey } from '../rules/make-key.ts'
import { saveStatus } from './save-status.ts'

/** Answers the key. @throws Refusal. */
export async function createStatus(tx: Tx, doer: Doer, wanted: Static<typeof NewStatus>): Promise<string> {
  await lockWords(tx)
  const all = await readStatuses(tx)
  const name = tidyName(wanted.name)
  const taken = all.find((s) => s.key === wanted.key)
  if (taken) throw new Refusal('conflict', `The key "${taken.key}" belongs to the status "${taken.name}": choose another, or leave it out.`, { key: 'is taken' })
  const key = wanted.key ?? makeKey(name, all.map((s) => s.key))
  const status: StatusRow = {
    key, name, readyMade: null, category: wanted.category, colour: wanted.colour ?? 'grey', retired: false, isDefault: wanted.isDefault ?? false,
    position: wanted.position ?? Math.min(10_000, Math.max(0, ...all.map((s) => s.position)) + 1),
    next: wanted.next ? [...new Set(wanted.next)] : null,
    requires: { reason: wanted.requires?.reason ?? false, result: wanted.requires?.result ?? false },
    onCustomerMessage: wanted.onCustomerMessage ?? null,
  }
  checkStatus(all, null, status)
  await saveStatus(tx, all, status)
  await audit(tx, doer, 'status.created', { kind: 'status', id: key }, { name, category: status.category })
  return key
}
