// Who is in charge of a matter: recipients named by their part in it become people, with the reason why each of them.
// Somebody is always in charge: for a location without manager that of its region; when nobody fits, the managers, and without any the administrators.
import { roles, type Because, type Locale, type Recipient, type Role } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'

/** What the matter is about. Identity knows no tickets: their owners and the people of their queue are told to it. */
export interface About {
  locationId?: string | null | undefined
  teamId?: string | null | undefined
  /** Who had to do with the customer. */
  staffId?: string | null | undefined
  /** Who holds the ticket; nobody: `staffId`. */
  ownerIds?: readonly string[] | undefined
  /** Those who serve the queue. */
  queueServerIds?: readonly string[] | undefined
}

export interface PersonInCharge {
  staffId: string
  name: string
  email: string
  role: Role
  /** `granted`: what they may see is held to queues and locations. */
  access: 'everything' | 'granted'
  locale: Locale
  timeZone: string
  /** E.164. */
  phone: string | null
  because: Because
}

interface Row { n: number; because: Because['code']; because_name: string | null; staff_id: string; name: string; email: string; role: Role; access: PersonInCharge['access']; locale: Locale; time_zone: string; phone: string | null }

/**
 * Active people alone, each once: the first of `recipients` that means them is their reason.
 * @param mayHear passes those who may be told (of a ticket, for example); the others are as if they were not there
 */
export async function peopleInCharge(tx: Tx, recipients: readonly Recipient[], about: About = {}, mayHear?: (staffIds: readonly string[]) => Promise<ReadonlySet<string>>): Promise<PersonInCharge[]> {
  const nearer: Recipient[] = recipients.some((r) => r.to === 'location-manager') ? [{ to: 'region-manager' }] : []
  for (const wishes of [recipients, nearer, [{ to: 'role', role: 'manager' }], [{ to: 'role', role: 'administrator' }]] satisfies (readonly Recipient[])[]) {
    const rows = await resolve(tx, wishes, about)
    const allowed = mayHear === undefined || rows.length === 0 ? null : await mayHear([...new Set(rows.map((r) => r.staff_id))])
    const people = new Map<string, PersonInCharge>()
    for (const row of rows) {
      if (people.has(row.staff_id) || allowed?.has(row.staff_id) === false) continue
      people.set(row.staff_id, toPerson(row, wishes === recipients || wishes === nearer ? null : 'nobody-else'))
    }
    if (people.size > 0) return [...people.values()]
  }
  return []
}

const toPerson = (row: Row, instead: Because['code'] | null): PersonInCharge => ({
  staffId: row.staff_id, name: row.name, email: row.email, role: row.role, access: row.access, locale: row.locale, timeZone: row.time_zone, phone: row.phone,
  because: { code: instead ?? row.because, ...(row.because_name === null ? {} : { name: row.because_name }) },
})

const idOr = (id: string | null | undefined) => (id && isId(id) ? id : null)

/** In the order of the wishes. */
async function resolve(tx: Tx, recipients: readonly Recipient[], about: About): Promise<Row[]> {
  if (recipients.length === 0) return []
  const wishes = recipients.map((r, n) => ({
    n, to: r.to, role: r.to === 'role' && roles.includes(r.role) ? r.role : null, team: idOr(r.to === 'team-of' ? r.teamId : null), staff: idOr(r.to === 'staff' ? r.staffId : null),
  }))
  const owners = (about.ownerIds ?? []).filter(isId)
  const staffId = idOr(about.staffId)
  return tx.query<Row>(
    `with wish as (select * from jsonb_to_recordset($2) w (n integer, "to" text, role text, team uuid, staff uuid)),
       -- The team in the matter; without one, those of the person.
       teams as (select t.id, t.name, t.manager_id from team t where t.org_id = $1 and t.retired_at is null
         and case when $4::uuid is not null then t.id = $4 else exists (select from team_member m where m.org_id = t.org_id and m.team_id = t.id and m.staff_id = $5::uuid) end),
       meant as (
         select w.n, w."to" as because, l.name as because_name, l.manager_id as staff_id from wish w join location l on l.org_id = $1 and l.id = $3 where w."to" = 'location-manager'
         union all select w.n, w."to", r.name, r.manager_id from wish w join location l on l.org_id = $1 and l.id = $3 join region r on r.org_id = $1 and r.id = l.region_id and r.retired_at is null where w."to" = 'region-manager'
         union all select w.n, w."to", t.name, t.manager_id from wish w cross join teams t where w."to" = 'team-manager'
         union all select w.n, w."to", t.name, m.staff_id from wish w cross join teams t join team_member m on m.org_id = $1 and m.team_id = t.id where w."to" = 'team'
         union all select w.n, w."to", null, o from wish w cross join unnest($6::uuid[]) o where w."to" = 'owner'
         union all select w.n, w."to", null, q from wish w cross join unnest($7::uuid[]) q where w."to" = 'queue-servers'
         union all select w.n, w."to", w.role, s.id from wish w join staff s on s.org_id = $1 and s.role = w.role where w."to" = 'role'
         union all select w.n, w."to", t.name, m.staff_id from wish w join team t on t.org_id = $1 and t.id = w.team and t.retired_at is null join team_member m on m.org_id = $1 and m.team_id = t.id where w."to" = 'team-of'
         union all select w.n, w."to", null, w.staff from wish w where w."to" = 'staff')
     select m.n, m.because, m.because_name, s.id as staff_id, s.name, s.email, s.role, s.access, coalesce(s.locale, o.locale) as locale, coalesce(s.time_zone, o.time_zone) as time_zone, s.phone
     from meant m join staff s on s.org_id = $1 and s.id = m.staff_id and s.active join org o on o.id = $1 order by m.n, s.id, m.because_name`,
    [tx.orgId, JSON.stringify(wishes), idOr(about.locationId), idOr(about.teamId), staffId, owners.length > 0 ? owners : staffId === null ? [] : [staffId], (about.queueServerIds ?? []).filter(isId)], 'people-in-charge')
}
