// The organization's words as far as conditions of alert rules need them.
import type { CustomField } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'

type Source = 'queues' | 'locations' | 'teams' | 'staff' | 'surveys' | 'touchpoints' | 'tags' | 'mailboxes' | 'companies'

export interface AlertWords {
  reasons: { id: string; path: string[] }[]
  /** Of tickets and customers, in use. */
  customFields: Pick<CustomField, 'id' | 'subject' | 'name' | 'type' | 'options'>[]
  /** Ids that may be asked for; null: whatever is well formed, as of rules that stand already. */
  known: Readonly<Record<Source, ReadonlySet<string>>> | null
}

const sources = { queues: 'queue', locations: 'location', teams: 'team', staff: 'staff', surveys: 'survey', touchpoints: 'touchpoint', tags: 'tag', mailboxes: 'mailbox', companies: 'company' } as const satisfies Record<Source, string>
const selectKnown = Object.entries(sources).map(([source, table]) => `select '${source}' as source, id from ${table} where org_id = $1`).join(' union all ')

export async function readAlertWords(tx: Tx, wanted: { known: boolean }): Promise<AlertWords> {
  const [reasons, customFields, known] = await Promise.all([
    tx.query<AlertWords['reasons'][number]>('select id, path from reason where org_id = $1', [tx.orgId], 'reasons-of-alerts'),
    tx.query<AlertWords['customFields'][number]>(`select id, subject, name, type, options from custom_field where org_id = $1 and subject in ('ticket', 'customer') and retired_at is null order by subject desc, position, lower(name), id`, [tx.orgId], 'fields-of-alerts'),
    wanted.known ? tx.query<{ source: Source; id: string }>(selectKnown, [tx.orgId], 'known-to-alerts') : null,
  ])
  if (known === null) return { reasons, customFields, known }
  const bySource = Map.groupBy(known, (row) => row.source)
  return { reasons, customFields, known: Object.fromEntries(Object.keys(sources).map((source) => [source, new Set(bySource.get(source as Source)?.map((row) => row.id))])) as unknown as Record<Source, Set<string>> }
}
