/*
 * What the program makes of a diary, made of the whole past at once: clocks, stays in queues, facts. Told entry by entry the same would come
 * of the events; by thousands it would take an hour.
 */
import { warningKinds } from '@kontuar/contracts'
import type { Database, Tx } from '../../platform/db/database.ts'
import { deriveSubjects, orderLearning, orderLook, orderPastReading } from '../../modules/insight/index.ts'
import { keepClocks, rebuildStays } from '../../modules/routing/index.ts'

const ticketsAtOnce = 400
const entriesAtOnce = 1000
const sumsTakeMs = 90_000

/** @param db that tells no subscriber */
export async function settlePast(db: Database, orgId: number): Promise<void> {
  for (const ids of await chunks(db, orgId, `select id from ticket where org_id = $1 order by id`, ticketsAtOnce)) {
    await db.write(orgId, async (tx) => {
      await keepClocks(tx, ids)
      await rebuildStays(tx, ids)
    })
  }
  for (const [kind, ids] of subjects) {
    for (const [i, some] of (await chunks(db, orgId, ids, ticketsAtOnce)).entries()) {
      await db.write(orgId, (tx) => deriveSubjects(tx, (of) => (of === kind ? some : [])))
      if (kind === 'ticket' && i === 0) await acquaint(db, orgId, ['sla_clock', 'queue_stay', 'fact', 'fact_waiting', 'fact_due'])
    }
  }
}

/** PostgreSQL knows nothing yet of tables that have just been filled, and would read all of them again for each of thousands of statements. */
export const acquaint = (db: Database, orgId: number, tables: readonly string[]) => db.write(orgId, (tx) => tx.query(`analyze ${tables.join(', ')}`))

const subjects = [
  ['ticket', 'select id from ticket where org_id = $1 order by id'],
  ['answer', 'select id from answer where org_id = $1 order by id'],
  ['invitation', 'select id from survey_invitation where org_id = $1 order by id'],
  ['at-work', 'select id from presence_stay where org_id = $1 order by id'],
  ['outside', 'select id from outside_count where org_id = $1 order by id'],
  ['recovery', 'select id from recovery where org_id = $1 order by id'],
] as const

/** A look at half of a past would take the rest of it for news, or for silence: it comes by the clock, also while all is being told. */
export const holdLooks = (tx: Tx) => tx.query('insert into warning_setting (org_id, definition) values ($1, $2)', [tx.orgId, JSON.stringify({ kinds: Object.fromEntries(warningKinds.map((kind) => [kind, { on: false, threshold: null }])) })])
const letLooks = (tx: Tx) => tx.query(`update warning_setting set definition = '{}', updated_at = now() where org_id = $1`, [tx.orgId])

/** What may follow while somebody looks around already: sums that make numbers quick (until then readers add all facts), counters of views, what texts say, warnings, words to search for. */
export async function orderTheRest(db: Database, orgId: number): Promise<void> {
  const entries = await chunks(db, orgId, `select id from interaction where org_id = $1 and kind <> 'event' order by at desc`, entriesAtOnce)
  await db.write(orgId, async (tx) => {
    for (const { id } of await tx.query<{ id: string }>('select id from view where org_id = $1', [orgId])) tx.enqueue('routing.fillView', { viewId: id }, { key: `fill view ${orgId} ${id}` })
    orderPastReading(tx)
    orderLearning(tx, 'topics')
    tx.enqueue('insight.rebuildSums', {}, { key: `insight.rebuildSums ${orgId}`, queue: `insight.sums ${orgId}` })
    await letLooks(tx)
    // A look reads half a year: when there are sums.
    orderLook(tx, new Date(Date.now() + sumsTakeMs))
    for (const ids of entries) tx.enqueue('diary.indexWords', { events: ids.map((id) => ({ id, name: 'diary.interactionRecorded', at: new Date().toISOString(), ids: { interactionId: id }, detail: {} })) }, { priority: 10 })
  })
}

async function chunks(db: Database, orgId: number, select: string, size: number): Promise<string[][]> {
  const ids = (await db.read(orgId, (tx) => tx.query<{ id: string }>(select, [orgId]))).map((row) => row.id)
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size))
}
