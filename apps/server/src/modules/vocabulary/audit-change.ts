// What the audit log keeps of a changed word: which, and each setting from what to what.
import type { Tx } from '../../platform/db/database.ts'
import { audit, type Doer } from '../identity/index.ts'

type Kind = 'status' | 'reason' | 'cause' | 'tag' | 'field'

/** Answers whether anything differs; if nothing does, nothing is written and nobody need be told. */
export async function auditChange<T extends object>(tx: Tx, doer: Doer, kind: Kind, id: string, before: T & { retired: boolean }, after: T & { retired: boolean }, kept: readonly (keyof T & string)[]): Promise<boolean> {
  const differs = (key: keyof T) => JSON.stringify(before[key]) !== JSON.stringify(after[key])
  const keys = kept.filter(differs)
  if (keys.length === 0 && before.retired === after.retired) return false
  const action = before.retired === after.retired ? 'changed' : after.retired ? 'retired' : 'broughtBack'
  await audit(tx, doer, `${kind}.${action}`, { kind, id }, Object.fromEntries(keys.map((key) => [key, [shown(before[key]), shown(after[key])]])))
  return true
}

/** A thousand options twice over would make the log unreadable. */
const shown = (value: unknown) => (Array.isArray(value) && value.length > 50 ? `${value.length} entries` : value)
