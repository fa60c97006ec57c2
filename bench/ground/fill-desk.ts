// A large company's desk: tickets of years, of which a few are open, spread over queues, people, tags, reasons and shops
// the way such things spread: unevenly.
import pg from 'pg'

export interface Desk { queueIds: string[]; staffIds: string[]; tagIds: string[]; locationIds: string[]; reasonIds: string[]; fieldId: string }
export interface DeskSize { tickets: number; open: number; queues: number; staff: number }
export const wantedDesk: DeskSize = { tickets: 1_000_000, open: 50_000, queues: 200, staff: 500 }

/** Brings the only organization to that size; what is there already stays. */
export async function fillDesk(ownerUrl: string, size: DeskSize): Promise<Desk> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const one = async (sql: string, values: unknown[] = []) => (await client.query<{ ids: string[] }>(sql, values)).rows[0]!.ids
  const org = (await client.query<{ id: number }>('select id from org limit 1')).rows[0]!.id
  await client.query(`insert into queue (org_id, id, name, position) select $1, gen_random_uuid(), 'Kolejka ' || n, n from generate_series(10, $2::int + 9 - (select count(*)::int from queue)) n`, [org, size.queues])
  await client.query(`insert into staff (org_id, id, user_id, name, email, role) select $1, gen_random_uuid(), 'bench-' || n, 'Osoba ' || n, 'osoba' || n || '@bench.example', 'agent' from generate_series(1, $2::int - (select count(*)::int from staff)) n`, [org, size.staff])
  await client.query(`insert into tag (org_id, id, name) select $1, gen_random_uuid(), 'Etykieta ' || n from generate_series(1, 20) n`, [org])
  await client.query(`insert into location (org_id, id, name) select $1, gen_random_uuid(), 'Salon ' || n from generate_series(1, 40) n`, [org])
  await client.query(`insert into custom_field (org_id, id, subject, name, type) select $1, gen_random_uuid(), 'ticket', 'Model', 'text'`, [org])
  await client.query(`insert into customer (org_id, id, name) select $1, gen_random_uuid(), (array['Anna','Jan','Ewa','Piotr','Maria','Zofia'])[n % 6 + 1] || ' ' || (array['Nowak','Kowalska','Wiśniewski','Wójcik','Lewandowska'])[n % 5 + 1] || n from generate_series(1, least(50000, $2 / 4)) n`, [org, size.tickets])
  await client.query(`insert into identity (org_id, id, customer_id, kind, address, address_key) select org_id, gen_random_uuid(), id, 'email', id || '@dawny.example', id || '@dawny.example' from customer c where org_id = $1 and not exists (select 1 from identity i where i.org_id = c.org_id and i.customer_id = c.id)`, [org])
  const ids = {
    queueIds: await one('select array_agg(id order by position, id) as ids from queue where org_id = $1', [org]), staffIds: await one('select array_agg(id order by email) as ids from staff where org_id = $1', [org]),
    tagIds: await one('select array_agg(id order by name) as ids from tag where org_id = $1', [org]), locationIds: await one('select array_agg(id order by name) as ids from location where org_id = $1', [org]),
    reasonIds: await one('select array_agg(id order by path) as ids from reason where org_id = $1', [org]),
  }
  const [field] = await one('select array_agg(id) as ids from custom_field where org_id = $1', [org])
  const customers = (await client.query<{ n: number }>('select count(*)::int as n from customer where org_id = $1', [org])).rows[0]!.n
  const chunk = 50_000
  for (let from = 1; from <= size.tickets; from += chunk) {
    // r: an even share of 0 to 999,999 that has nothing to do with n. Nine of ten open ones are among the newest.
    await client.query(
      `insert into ticket (org_id, id, number, subject, customer_id, channel, status, status_category, priority, queue_id, assignee_id, location_id, reason_id, tag_ids, fields, preview, last_interaction_at, last_direction, created_at, updated_at, closed_at, waiting_since, due_at, due_kind)
       select $1, gen_random_uuid(), nextval(format('ticket_number.org_%s', $1)), case when r % 5000 = 0 then 'Zalana faktura ' else 'Sprawa ' end || n, c.id, case when r % 10 = 0 then 'phone' else 'email' end, s.key,
         case s.key when 'waiting-internal' then 'waiting' else s.key end, p.p, ($3::uuid[])[least(floor(power(r / 1e6, 1.5) * array_length($3::uuid[], 1))::int + 1, array_length($3::uuid[], 1))],
         case when s.key <> 'new' then ($4::uuid[])[r2 % array_length($4::uuid[], 1) + 1] end, case when r2 % 3 > 0 then ($5::uuid[])[r2 % array_length($5::uuid[], 1) + 1] end, case when r2 % 4 > 0 then ($6::uuid[])[(r + r2) % array_length($6::uuid[], 1) + 1] end,
         case when r % 100 < 5 then array[($7::uuid[])[r2 % 20 + 1]] else '{}'::uuid[] end, case when r % 50 = 0 then jsonb_build_object($8::text, 'X-' || r2 % 300) else '{}'::jsonb end, 'Dzień dobry, piszę w sprawie', at, 'in', at - interval '2 days', at,
         case when s.key = 'closed' then at end, case when s.key in ('new', 'open') and r2 % 3 = 0 then at end, case when s.key in ('new', 'open') and r2 % 10 > 1 then now() + ((r2 % 2000) - 400) * interval '2 minutes' end, case when s.key in ('new', 'open') and r2 % 10 > 1 then 'resolution' end
       from generate_series($9::int, $10::int) n
       cross join lateral (select abs(hashint4(n)) % 1000000 as r, abs(hashint4(n + 7000000)) % 1000000 as r2, now() - (n / 2) * interval '1 minute' as at) x
       cross join lateral (select case when r >= (case when n <= $11 * 1.5 then 600000 else 1000000.0 * $11 * 0.1 / $2 end) then 'closed' else (array['new', 'new', 'open', 'open', 'open', 'waiting', 'waiting-internal'])[r2 % 7 + 1] end as key) s
       cross join lateral (select case when r2 % 200 = 0 then 'urgent' when r2 % 10 = 1 then 'high' when r2 % 10 = 2 then 'low' else 'normal' end as p) p
       join (select id, row_number() over (order by id) - 1 as row from customer where org_id = $1) c on c.row = r % $12::int`,
      [org, size.tickets, ids.queueIds, ids.staffIds, ids.locationIds, ids.reasonIds, ids.tagIds, field, from, Math.min(size.tickets, from + chunk - 1), size.open, customers])
  }
  await client.query('vacuum analyze')
  await client.query('checkpoint').catch(() => {})
  await client.end()
  return { ...ids, fieldId: field! }
}
