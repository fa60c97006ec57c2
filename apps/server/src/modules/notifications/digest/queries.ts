// What a digest tells.
import type { NotificationKind } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { StoredSettings } from '../rules/roads.ts'
import { settingSql, type Setting } from '../rules/setting.ts'

/** Of `n`: unread, and not told in a digest since it came (a grouped one comes again). */
export const unmailed = `n.read_at is null and not exists (
  select from notification_delivery m where m.org_id = n.org_id and m.staff_id = n.staff_id and m.road = 'mail' and m.state = 'sent' and n.id = any (m.notification_ids) and m.sent_at > n.at)`

export interface DigestNotice { kind: NotificationKind; /** Of notices about what was set, not about what happened. */ setting: Setting | null; count: number; at: Date; urgent: boolean; ticketId: string | null; ticketNumber: number | null; ticketSubject: string | null }
export interface Digest { name: string; email: string; locale: string; organization: string; time: string; notices: DigestNotice[] }

/** What is still unread at this moment, of tickets the person still may see; nothing for who may not sign in any more. */
export async function readDigest(tx: Tx, deliveryId: string): Promise<Digest> {
  const [people, notices] = await Promise.all([
    tx.query<Omit<Digest, 'notices' | 'time'> & { settings: StoredSettings | null }>(
      `select s.name, s.email, coalesce(s.locale, o.locale) as locale, o.name as organization, g.settings from notification_delivery d
       join staff s on s.org_id = d.org_id and s.id = d.staff_id join org o on o.id = d.org_id left join notification_setting g on g.org_id = s.org_id and g.staff_id = s.id
       where d.org_id = $1 and d.id = $2`, [tx.orgId, deliveryId], 'digest-reader'),
    tx.query<DigestNotice>(
      `select n.kind, ${settingSql} as setting, coalesce((n.detail->>'count')::integer, 1) as count, n.at, n.urgent, n.ticket_id as "ticketId", t.number as "ticketNumber", t.subject as "ticketSubject"
       from notification_delivery d join staff s on s.org_id = d.org_id and s.id = d.staff_id and s.active
       join notification n on n.org_id = d.org_id and n.id = any (d.notification_ids) and n.staff_id = d.staff_id left join ticket t on t.org_id = n.org_id and t.id = n.ticket_id
       where d.org_id = $1 and d.id = $2 and ${unmailed} and (n.ticket_id is null or may_see_ticket(n.staff_id, n.ticket_id)) order by n.at, n.id`, [tx.orgId, deliveryId], 'digest-notices'),
  ])
  const { settings, ...person } = people[0]!
  return { ...person, time: settings?.digest?.at ?? '', notices }
}
