import type { Tx } from '../../../../platform/db/database.ts'
import type { Category } from '../derive/types.ts'
import type { PolicyGround } from './check-policy.ts'
import { policyFields, type CustomFieldRow, type ReasonRow } from './policy-fields.ts'

interface Row { queues: string[]; locations: string[]; mailboxes: string[]; tags: string[]; calendars: string[]; staff: string[]; statuses: { key: string; name: string; category: Category }[] }

/** What the conditions and steps of a policy may name. */
export async function readGround(tx: Tx): Promise<PolicyGround> {
  const ids = (table: string, where = 'true') => `(select coalesce(json_agg(id), '[]') from ${table} where org_id = $1 and ${where})`
  const [rows, reasons, customFields] = await Promise.all([
    tx.query<Row>(`select ${ids('queue')} as queues, ${ids('location')} as locations, ${ids('mailbox')} as mailboxes, ${ids('tag')} as tags, ${ids('calendar', 'retired_at is null')} as calendars, ${ids('staff', 'active')} as staff,
      (select coalesce(json_agg(json_build_object('key', key, 'name', name, 'category', category)), '[]') from ticket_status where org_id = $1) as statuses`, [tx.orgId], 'policy-ground'),
    tx.query<ReasonRow>('select id, path from reason where org_id = $1', [tx.orgId], 'policy-reasons'),
    tx.query<CustomFieldRow>(`select id, type, options from custom_field where org_id = $1 and subject = 'ticket'`, [tx.orgId], 'policy-custom-fields'),
  ])
  const { queues, locations, mailboxes, tags, calendars, staff, statuses } = rows[0]!
  return {
    fields: policyFields(reasons, customFields, { queues: new Set(queues), locations: new Set(locations), mailboxes: new Set(mailboxes), tags: new Set(tags) }),
    calendarIds: new Set(calendars), staffIds: new Set(staff), statuses: new Map(statuses.map((s) => [s.key, s])),
  }
}
