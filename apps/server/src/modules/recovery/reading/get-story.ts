// One loop beside its diary: what was said and done before the low score and since. Row-level security leaves out what the reader may not see.
import type { RecoveryStory } from '@kontuar/contracts'
import { shapeName } from '../../../platform/db/shape-name.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { visibleText } from '../../diary/index.ts'
import { getRecoveryRow } from './list-recoveries.ts'
import { presentRecoveries } from './present-recoveries.ts'
import { stateSql } from './recovery-row.ts'
import { seenRecoveries, type Reader } from './seen-recoveries.ts'

type Entry = RecoveryStory['diary'][number]
interface Row { id: string; at: Date; kind: string; direction: string; channel: string | null; by: string; ticket_id: string | null; text: string; folds: Parameters<typeof visibleText>[1]; subject: string; after: boolean }

const before = 20
const since = 30
const mostEarlier = 20
const excerptLength = 400

/** @throws Refusal `not-found` */
export async function getStory(tx: Tx, reader: Reader, id: string): Promise<RecoveryStory> {
  const row = await getRecoveryRow(tx, reader, id)
  const [recovery] = await presentRecoveries(tx, [row], reader)
  return { recovery: recovery!, diary: await readDiary(tx, row.customer.id, row.opened_at), earlier: await readOthers(tx, reader, row), history: await readHistory(tx, row.history) }
}

/** Oldest first, without what the program sent by itself: that is no word of anybody. What an answer says stands with the loop as far as it may be seen, so a rating is named here without its words. */
async function readDiary(tx: Tx, customerId: string, openedAt: Date): Promise<Entry[]> {
  const part = (order: 'asc' | 'desc', test: string, limit: string) => `(select * from interaction x where x.org_id = $1 and x.customer_id = $2 and x.at ${test} $3 and x.kind <> 'event' and not (x.automatic and x.direction = 'out') order by x.at ${order}, x.id ${order} limit ${limit})`
  const rows = await tx.query<Row>(
    `select i.id, i.at, i.kind, i.direction, i.channel, coalesce(s.name, nullif(i.from_name, ''), case when i.direction = 'in' then c.name end, '') as by, i.ticket_id, i.text, i.folds, i.subject, i.at > $3 as after
     from (${part('desc', '<=', '$4')} union all ${part('asc', '>', '$5')}) i left join staff s on s.org_id = i.org_id and s.id = i.staff_id left join customer c on c.org_id = i.org_id and c.id = i.customer_id order by i.at, i.id`,
    [tx.orgId, customerId, openedAt, before, since], 'diary-of-recovery')
  return rows.map((r) => ({ id: r.id, at: r.at.toISOString(), kind: r.kind, direction: r.direction, channel: r.channel, by: r.by, ticketId: r.ticket_id, excerpt: excerptOf(r), after: r.after }))
}

function excerptOf({ kind, text, folds, subject }: Row): string {
  const said = kind === 'rating' ? '' : (visibleText(text, folds) || subject).replace(/\s+/gu, ' ').trim()
  return said.length > excerptLength ? `${said.slice(0, excerptLength).trimEnd()}…`.toWellFormed() : said
}

async function readOthers(tx: Tx, reader: Reader, { id, customer }: { id: string; customer: { id: string } }): Promise<RecoveryStory['earlier']> {
  const values: unknown[] = [tx.orgId, customer.id, id]
  const text = `select r.id, r.opened_at, k.name as cause_name, ${stateSql} as state from recovery r left join cause k on k.org_id = r.org_id and k.id = r.cause_id
    where r.org_id = $1 and r.customer_id = $2 and r.id <> $3 and ${seenRecoveries(reader, (value) => `$${values.push(value)}`)} order by r.opened_at desc, r.id desc limit ${mostEarlier}`
  const rows = await tx.query<{ id: string; opened_at: Date; cause_name: string | null; state: RecoveryStory['earlier'][number]['state'] }>(text, values, shapeName('other-recoveries', text))
  return rows.map((r) => ({ id: r.id, openedAt: r.opened_at.toISOString(), causeName: r.cause_name, state: r.state }))
}

async function readHistory(tx: Tx, history: Awaited<ReturnType<typeof getRecoveryRow>>['history']): Promise<RecoveryStory['history']> {
  const names = new Map((await tx.query<{ id: string; name: string }>('select id, name from staff where org_id = $1 and id = any ($2)', [tx.orgId, history.flatMap((h) => h.by ?? [])], 'names-of-history')).map((s) => [s.id, s.name]))
  return history.map(({ at, what, by, detail }) => ({ at, what, byName: by === null ? null : (names.get(by) ?? null), detail: detail ?? {} }))
}
