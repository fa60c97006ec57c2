// What is known of the people who may be asked; a fixed number of statements for any number of them.
import type { Tx } from '../../../../platform/db/database.ts'
import { isRobotAddress } from '../../../channels/index.ts'
import { emailKey } from '../../../customers/index.ts'
import { askingPorts } from '../ports.ts'
import type { KnownAddress } from './rules/choose-road.ts'
import type { Age } from './rules/is-minor.ts'
import type { Matter } from './rules/same-matter.ts'

export interface AskedBefore extends Matter { id: string; surveyId: string; sentAt: Date }
export interface PlannedAlready extends Matter { id: string; surveyId: string; touchpointId: string | null; position: number; restDays: number | null; sendAt: Date }
export interface Person {
  id: string
  name: string
  language: string | null
  optedOut: boolean
  age: Age
  openComplaint: boolean
  /** Sent ones, newest first. What came back has asked nobody. */
  asked: AskedBefore[]
  planned: PlannedAlready[]
  /** Oldest first; `key` as identities are compared. */
  addresses: (Omit<KnownAddress, 'used'> & { key: string })[]
}

/**
 * One asking of a person at a time: who decides about one holds their row until the commit. Always before any row of an invitation and in
 * the order of ids, so that nobody waits in a circle; foreign keys to the customer are not held up.
 */
export async function lockPersons(tx: Tx, customerIds: readonly string[]): Promise<void> {
  await tx.query('select id from customer where org_id = $1 and id = any ($2) order by id for no key update', [tx.orgId, customerIds], 'lock-persons')
}

interface Row {
  id: string; name: string; language: string | null; opted_out: boolean; minor: boolean; born_on: string | null
  asked: (Omit<AskedBefore, 'sentAt'> & { sentAt: string })[] | null
  planned: (Omit<PlannedAlready, 'sendAt'> & { sendAt: string })[] | null
  addresses: { kind: 'email' | 'phone'; address: string; key: string; verified: boolean }[] | null
  bounced: string[]
}

/** So many of a person are looked at, newest first. */
const lookedBack = 200
const matter = `'trigger', t.trigger, 'ticketId', i.ticket_id, 'purchaseId', i.purchase_id, 'interactionId', i.source_interaction_id, 'cause', i.cause`

export async function readPersons(tx: Tx, customerIds: readonly string[]): Promise<Map<string, Person>> {
  const [rows, complaints] = await Promise.all([
    tx.query<Row>(
      `select c.id, c.name, c.language, w.opted_out_at is not null as opted_out, coalesce(w.minor, false) as minor, w.born_on::text, invitations.asked, invitations.planned, addresses.list as addresses,
         array(select b.address from survey_invitation b where b.org_id = c.org_id and b.customer_id = c.id and b.state = 'bounced' and b.address is not null
           and not exists (select 1 from interaction i where i.org_id = c.org_id and i.customer_id = c.id and i.at > b.sent_at and i.kind = 'message' and i.direction = 'in' and lower(i.from_address) = lower(b.address))) as bounced
       from customer c
       left join asking_wish w on w.org_id = c.org_id and w.customer_id = c.id
       left join lateral (select
           json_agg(json_build_object('id', i.id, 'surveyId', i.survey_id, ${matter}, 'sentAt', i.sent_at) order by i.sent_at desc) filter (where i.state = 'sent') as asked,
           json_agg(json_build_object('id', i.id, 'surveyId', i.survey_id, ${matter}, 'touchpointId', i.touchpoint_id, 'position', coalesce(t.position, -1), 'restDays', (t.definition->>'restDays')::int, 'sendAt', i.send_at)) filter (where i.state = 'planned') as planned
         -- Both states at once, and by the index of the customer: for planned ones alone the planner, while its statistics are old, reads all
         -- that are planned for anybody, once a person (measured: 260 ms instead of 12 ms for 200 people beside 3,200 planned).
         from (select * from survey_invitation x where x.org_id = c.org_id and x.customer_id = c.id and x.state in ('planned', 'sent') order by x.created_at desc limit ${lookedBack}) i
         left join touchpoint t on t.org_id = i.org_id and t.id = i.touchpoint_id) invitations on true
       left join lateral (select json_agg(json_build_object('kind', d.kind, 'address', case d.kind when 'phone' then d.address_key else d.address end, 'key', d.address_key, 'verified', d.verified_at is not null) order by d.created_at, d.id) as list
         from identity d where d.org_id = c.org_id and d.customer_id = c.id and d.kind in ('email', 'phone')) addresses on true
       where c.org_id = $1 and c.id = any ($2)`, [tx.orgId, customerIds], 'read-persons'),
    askingPorts().customersWithOpenComplaint(tx, customerIds),
  ])
  return new Map(rows.map((row) => {
    const bounced = new Set(row.bounced.map((address) => address.toLowerCase()))
    return [row.id, {
      id: row.id, name: row.name, language: row.language, optedOut: row.opted_out, age: { minor: row.minor, bornOn: row.born_on }, openComplaint: complaints.has(row.id),
      asked: (row.asked ?? []).map((a) => ({ ...a, sentAt: new Date(a.sentAt) })), planned: (row.planned ?? []).map((p) => ({ ...p, sendAt: new Date(p.sendAt) })),
      addresses: (row.addresses ?? []).map((a) => ({ ...a, robot: a.kind === 'email' && isRobotAddress(a.address), bounced: bounced.has(a.address.toLowerCase()) })),
    }]
  }))
}

/** By which address (its key) the customer last wrote in each of the tickets. */
export async function readUsedAddresses(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, string>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await tx.query<{ id: string; address: string }>(
    `select t.id, i.from_address as address from unnest($2::uuid[]) t (id) join lateral (select i.from_address from interaction i where i.org_id = $1 and i.ticket_id = t.id and i.kind = 'message' and i.direction = 'in'
       and not i.automatic and i.from_address <> '' order by i.at desc, i.id desc limit 1) i on true`, [tx.orgId, ticketIds], 'used-addresses')
  return new Map(rows.map((r) => [r.id, emailKey(r.address) ?? r.address]))
}

export const addressesFor = (person: Person, usedKey: string | undefined): KnownAddress[] => person.addresses.map(({ key, ...address }) => ({ ...address, used: key === usedKey }))
