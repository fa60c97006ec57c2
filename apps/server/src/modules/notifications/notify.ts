// Tells people of something, in the transaction in which it happens. Other modules say what happened and to whom it matters;
// whether and by which road somebody hears of it is decided here.
import type { NotificationKind } from '@kontuar/contracts'
import type { Tx } from '../../platform/db/database.ts'
import { storableJson } from '../../platform/db/storable.ts'
import { newId } from '../../platform/id.ts'
import { orderPushes, type Told } from './push/order-pushes.ts'
import { roadsOf, type Roads, type StoredSettings } from './rules/roads.ts'

export interface NewNotice {
  staffId: string
  kind: NotificationKind
  /** The same thing is told to a person once, whoever notices it again. */
  dedupeKey: string
  ticketId?: string | null
  interactionId?: string | null
  /** Ids, codes, numbers, times; never texts of customers. */
  detail?: Record<string, unknown>
  /** Passes quiet hours. */
  urgent?: boolean
  /** Who did it: nobody is told of their own act. */
  by?: string | null
  /** One notice for all that comes under this key: unread it counts up (`detail.count`), read it wakes up. */
  grouped?: boolean
  /** By these roads at most, whatever else the person takes; left out: by all they take. */
  roads?: { app: boolean; push: boolean }
}

interface Person { id: string; settings: StoredSettings | null; browsers: string[]; zone: string }

/**
 * Not told: who may not sign in any more, who did it themselves, who has switched the kind off on every road, and who may
 * not see the ticket. Answers how many were told something new.
 */
export async function notify(tx: Tx, notices: readonly NewNotice[], now: Date = new Date()): Promise<number> {
  const meant = once(notices.filter((n) => n.by !== n.staffId))
  if (meant.length === 0) return 0
  const people = new Map((await findPeople(tx, [...new Set(meant.map((n) => n.staffId))])).map((p) => [p.id, p]))
  const wanted = meant.flatMap((notice) => {
    const person = people.get(notice.staffId)
    const roads = person === undefined ? null : held(roadsOf(person.settings, notice.kind), notice.roads)
    return roads !== null && (roads.app || roads.push || roads.mail) ? [{ notice, roads }] : []
  })
  if (wanted.length === 0) return 0
  const rows = wanted.map(({ notice: n, roads }) => ({
    id: newId(), staff: n.staffId, kind: n.kind, key: n.dedupeKey, grouped: n.grouped ?? false, ticket: n.ticketId ?? null, interaction: n.interactionId ?? null,
    detail: n.grouped ? { count: 1, ...n.detail } : (n.detail ?? {}), urgent: n.urgent ?? false, app: roads.app,
  }))
  const told = await insertNotices(tx, rows, now)
  const silent = new Set(wanted.flatMap(({ notice, roads }, i) => (notice.roads !== undefined && !roads.push ? [rows[i]!.id] : [])))
  await orderPushes(tx, told.flatMap((t) => {
    const person = people.get(t.staffId)!
    return roadsOf(person.settings, t.kind).push && !silent.has(t.id) && person.browsers.length > 0 ? [{ ...t, browsers: person.browsers, quiet: person.settings?.quiet ?? null, zone: person.zone }] : []
  }), now)
  // Last of each person: who is told of fifty things asks for the list once.
  for (const [staffId, { id }] of new Map(told.map((t) => [t.staffId, t]))) tx.publish({ name: 'notifications.notified', ids: { staffId, notificationId: id } })
  return told.length
}

const held = (roads: Roads, atMost: NewNotice['roads']): Roads => (atMost === undefined ? roads : { app: roads.app && atMost.app, push: roads.push && atMost.push, mail: false })

/** In the order of person and key, so that two transactions that tell the same people do not lock each other. */
function once(notices: readonly NewNotice[]): NewNotice[] {
  const byKey = new Map<string, NewNotice>()
  for (const notice of notices) {
    const key = `${notice.staffId.toLowerCase()} ${notice.dedupeKey}`
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, { ...notice, staffId: notice.staffId.toLowerCase() })
    else if (notice.grouped) byKey.set(key, { ...known, ...notice, staffId: known.staffId, detail: { ...notice.detail, count: countOf(known) + countOf(notice) } })
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice)
}
const countOf = ({ detail }: NewNotice) => (typeof detail?.['count'] === 'number' ? detail['count'] : 1)

const findPeople = (tx: Tx, ids: readonly string[]) => tx.query<Person>(
  `select s.id, g.settings, coalesce(s.time_zone, o.time_zone) as zone, array(select p.id from push_subscription p where p.org_id = s.org_id and p.staff_id = s.id order by p.id) as browsers
   from staff s join org o on o.id = s.org_id left join notification_setting g on g.org_id = s.org_id and g.staff_id = s.id
   where s.org_id = $1 and s.id = any ($2) and s.active`, [tx.orgId, ids], 'people-to-notify')

async function insertNotices(tx: Tx, rows: readonly object[], now: Date): Promise<Told[]> {
  return tx.query<Told>(
    `insert into notification (org_id, id, staff_id, kind, dedupe_key, grouped, ticket_id, interaction_id, detail, urgent, in_app, at)
     select $1, n.id, n.staff, n.kind, n.key, n.grouped, n.ticket, n.interaction, n.detail, n.urgent, n.app, $3
     from jsonb_to_recordset($2) n (id uuid, staff uuid, kind text, key text, grouped boolean, ticket uuid, interaction uuid, detail jsonb, urgent boolean, app boolean)
     where n.ticket is null or may_see_ticket(n.staff, n.ticket)
     on conflict (org_id, staff_id, dedupe_key) do update set interaction_id = excluded.interaction_id, urgent = excluded.urgent, in_app = excluded.in_app, at = excluded.at, read_at = null,
       detail = excluded.detail || jsonb_build_object('count', (excluded.detail->>'count')::integer + case when notification.read_at is null then (notification.detail->>'count')::integer else 0 end)
     where excluded.grouped and notification.grouped and notification.interaction_id is distinct from excluded.interaction_id
     returning id, staff_id as "staffId", kind, urgent, at`,
    [tx.orgId, storableJson(rows), now.toISOString()], 'insert-notices')
}
