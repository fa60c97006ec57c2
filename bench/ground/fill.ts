// Fills the database with tickets as months of work leave them: mostly closed, a few thousand customers, three entries each.
import pg from 'pg'

/** Brings the only organization up to `tickets` tickets. */
export async function fillTickets(ownerUrl: string, tickets: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const { rows: [now] } = await client.query<{ org: number; n: number; mailbox: string }>('select o.id as org, (select count(*)::int from ticket) as n, (select id from mailbox limit 1) as mailbox from org o limit 1')
  const missing = tickets - now!.n
  if (missing > 0) {
    await client.query(`insert into customer (org_id, id, name) select $1, gen_random_uuid(), 'Klient ' || n from generate_series(1, least(5000, $2 / 4 + 1)) n`, [now!.org, missing])
    await client.query(
      `insert into identity (org_id, id, customer_id, kind, address, address_key)
       select org_id, gen_random_uuid(), id, 'email', id || '@dawny.example', id || '@dawny.example' from customer c where org_id = $1 and not exists (select 1 from identity i where i.org_id = c.org_id and i.customer_id = c.id)`, [now!.org])
    await client.query(
      `with c as (select id, row_number() over () - 1 as row, count(*) over () as size from customer where org_id = $1),
       t as (
         insert into ticket (org_id, id, number, subject, customer_id, channel, mailbox_id, status, status_category, last_interaction_at, last_direction, preview, created_at, updated_at, closed_at)
         select $1, gen_random_uuid(), nextval(format('ticket_number.org_%s', $1)), 'Dawna sprawa ' || n, c.id, 'email', $3, s, s, at, 'in', 'Dzień dobry, piszę w sprawie', at, at, case when s = 'closed' then at end
         from generate_series(1, $2::int) n join c on c.row = n % c.size
         cross join lateral (select (array['closed','closed','closed','closed','closed','closed','closed','closed','closed','new','open','waiting'])[n % 12 + 1] as s, now() - n * interval '1 minute' as at) x
         returning id, customer_id, created_at)
       insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, from_address, subject, text, message_id)
       select $1, gen_random_uuid(), t.id, t.customer_id, 'message', case e when 2 then 'out' else 'in' end, 'email', $3, t.created_at + e * interval '1 hour', 'dawny@klient.example', 'Dawna sprawa', repeat('Dzień dobry, piszę w sprawie zamówienia. ', 20), gen_random_uuid() || '@dawny.example'
       from t, generate_series(1, 3) e`, [now!.org, missing, now!.mailbox])
    await client.query('vacuum analyze')
    await client.query('checkpoint').catch(() => {})
  }
  await client.end()
}
