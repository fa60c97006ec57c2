// Guards that search reads by its indexes as the program's own role: row-level security hides indexes from `like` and `@@`, which a
// plan looked at as the owner would not show.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import { viewer } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { buildMailbox, buildTicket } from '../testing.ts'
import { customerSearchStatement } from './quick-search.ts'
import { findTicketsByWords } from './search-tickets.ts'

let database: OpenedTestDatabase
let org: number
let ticketId: string
beforeAll(async () => {
  database = await openTestDatabase()
  org = await database.newOrganization()
  ticketId = (await database.db.write(org, async (tx) => buildTicket(tx, await buildMailbox(tx), { from: { name: 'Żaneta Ćwikła', address: 'zaneta@klient.example' } }))).ticketId
  await database.asOwner(`insert into customer (org_id, id, name) select $1, gen_random_uuid(), 'Osoba ' || i from generate_series(1, 5000) i`, [org])
  await database.asOwner(`insert into identity (org_id, id, customer_id, kind, address, address_key) select c.org_id, gen_random_uuid(), c.id, 'email', c.id || '@x.example', c.id || '@x.example' from customer c where c.name like 'Osoba%' and c.org_id = $1`, [org])
  await database.asOwner(`insert into interaction (org_id, id, ticket_id, kind, direction, channel, at) select $1, gen_random_uuid(), $2, 'note', 'internal', 'note', now() from generate_series(1, 5000)`, [org, ticketId])
  await database.asOwner(`insert into ticket_words (org_id, ticket_id, interaction_id, words) select i.org_id, i.ticket_id, i.id, to_tsvector('kontuar', 'zwykłe słowa ' || i.id) from interaction i where i.kind = 'note' and i.org_id = $1`, [org])
  await database.asOwner(`update ticket_words set words = to_tsvector('kontuar', 'podeszwa się odkleiła') where interaction_id = (select interaction_id from ticket_words where org_id = $1 limit 1)`, [org])
  await database.asOwner('analyze customer, identity, ticket_words, interaction, ticket')
})
afterAll(() => database.close())

/** Which of the large tables were read from end to end. */
const wholeReads = (search: (tx: Parameters<Parameters<typeof database.db.read>[1]>[0]) => Promise<unknown>) => database.db.read(org, async (tx) => {
  const found = await search(tx)
  const read = await tx.query<{ name: string }>(`select relname as name from pg_stat_xact_user_tables where seq_scan > 0 and relname in ('customer', 'identity', 'ticket_words', 'interaction')`)
  return { found, wholly: read.map((r) => r.name) }
})

test('words, an address begun, a name begun and a last name begun are found by their indexes', async () => {
  expect(await wholeReads((tx) => findTicketsByWords(tx, 'podeszw'))).toEqual({ found: [ticketId], wholly: [] })
  expect(await wholeReads((tx) => findTicketsByWords(tx, 'zaneta@klie'))).toEqual({ found: [ticketId], wholly: [] })
  for (const q of ['zanet', 'CWIK', 'żaneta ćw', 'zaneta@']) {
    const { text, values } = customerSearchStatement(org, q, false)!
    const { found, wholly } = await wholeReads((tx) => tx.query(text, values))
    expect({ q, found, wholly }).toMatchObject({ q, found: [{ name: 'Żaneta Ćwikła' }], wholly: [] })
  }
})

test('who does not see the queue finds no word of it', async () => {
  const nobody = newId()
  expect(await viewer.run(nobody, () => wholeReads((tx) => findTicketsByWords(tx, 'podeszw')))).toMatchObject({ found: [] })
})
