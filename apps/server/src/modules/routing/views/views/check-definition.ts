// What of a view people may say: everything is looked at before anything is saved.
import type { TicketSort } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { takeConditions } from '../conditions.ts'
import type { TicketFields } from '../fields/ticket-fields.ts'
import { takeGroup, usualOrder } from '../list/order.ts'
import type { StoredDefinition } from './queries.ts'

/** Shown in lists, though nothing asks for them. */
const shownOnly = new Set(['customer', 'assignee', 'preview'])

export interface DefinitionWish { conditions: unknown; sort?: TicketSort | undefined; columns?: readonly string[] | null | undefined; group?: string | null | undefined }

/** @throws Refusal with one sentence for the first thing that is wrong */
export async function checkDefinition(tx: Tx, wish: DefinitionWish, staffId: string): Promise<StoredDefinition> {
  const { group: conditions, fields } = await takeConditions(tx, wish.conditions, staffId)
  return { conditions, sort: wish.sort ?? usualOrder.sort, columns: takeColumns(wish.columns, fields), group: takeGroup(wish.group) }
}

function takeColumns(columns: readonly string[] | null | undefined, fields: TicketFields): string[] | null {
  if (columns === null || columns === undefined) return null
  const wrong = columns.find((c) => !fields.has(c) && !shownOnly.has(c))
  if (wrong !== undefined) throw new Refusal('invalid-input', `There is no column ${JSON.stringify(wrong.slice(0, 60))}: choose names from /ticket-fields.`, { columns: 'names an unknown column' })
  return [...new Set(columns)]
}

export function takeName(given: string): string {
  const name = storable(given).trim()
  if (name === '') throw new Refusal('invalid-input', 'The name is empty: give the view a name by which people find it.', { name: 'is empty' })
  return name
}
