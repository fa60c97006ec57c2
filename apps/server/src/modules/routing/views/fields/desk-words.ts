// The organization's words as far as conditions need them. Read only when asked for: most lists need none.
import type { CustomField } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'

export interface DeskWords {
  /** In use: what has been retired cannot be asked any more. */
  customFields: Pick<CustomField, 'id' | 'subject' | 'name' | 'type' | 'options'>[]
  /** All, the retired too: old tickets bear them. */
  reasons: { id: string; path: string[] }[]
  /** The ids there are, by the source of choices; null: anything well-formed passes. */
  known: Record<'statuses' | 'queues' | 'locations' | 'tags' | 'staff' | 'mailboxes', ReadonlySet<string>> | null
}

export const noWords: DeskWords = { customFields: [], reasons: [], known: null }

export async function readDeskWords(tx: Tx, wanted: { customFields: boolean; reasons: boolean; known?: boolean }): Promise<DeskWords> {
  const [customFields, reasons, known] = await Promise.all([
    wanted.customFields
      ? tx.query<DeskWords['customFields'][number]>(`select id, subject, name, type, options from custom_field where org_id = $1 and subject in ('ticket', 'customer') and retired_at is null order by subject desc, position, lower(name), id`, [tx.orgId], 'fields-of-conditions')
      : [],
    wanted.reasons ? tx.query<{ id: string; path: string[] }>('select id, path from reason where org_id = $1', [tx.orgId], 'reasons-of-conditions') : [],
    wanted.known === true ? readKnown(tx) : null,
  ])
  return { customFields, reasons, known }
}

async function readKnown(tx: Tx): Promise<NonNullable<DeskWords['known']>> {
  const rows = await tx.query<{ source: keyof NonNullable<DeskWords['known']>; id: string }>(
    `select 'statuses' as source, key as id from ticket_status where org_id = $1 union all select 'queues', id::text from queue where org_id = $1
     union all select 'locations', id::text from location where org_id = $1 union all select 'tags', id::text from tag where org_id = $1
     union all select 'staff', id::text from staff where org_id = $1 union all select 'mailboxes', id::text from mailbox where org_id = $1`, [tx.orgId], 'known-choices')
  const known = { statuses: new Set<string>(), queues: new Set<string>(), locations: new Set<string>(), tags: new Set<string>(), staff: new Set<string>(), mailboxes: new Set<string>() }
  for (const { source, id } of rows) known[source].add(id)
  return known
}
