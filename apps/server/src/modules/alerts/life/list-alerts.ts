// Lists of alerts by keyset, what happened last first.
import type { Alert, QueryOf, listAlerts as listRoute } from '@kontuar/contracts'
import { shapeName } from '../../../platform/db/shape-name.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { alertColumns, alertJoins, type AlertRow } from './alert-row.ts'
import { presentAlerts } from './read-alerts.ts'
import { readerOf, type Reader } from './reader.ts'
import { seenAlerts } from './seen-alerts.ts'

type Query = QueryOf<typeof listRoute>
/** Nobody counts further, and counting stays cheap. */
export const countLimit = 100
const told = (me: string) => `exists (select from alert_delivery d where d.org_id = a.org_id and d.alert_id = a.id and d.staff_id = ${me}::uuid)`

export async function listAlerts(tx: Tx, actor: Actor, query: Query): Promise<{ items: Alert[]; next: string | null }> {
  const reader = await readerOf(tx, actor, query.language)
  const statement = alertListStatement(tx.orgId, reader, query)
  if (statement === null) return { items: [], next: null }
  const rows = await tx.query<AlertRow & { sort_key: string }>(statement.text, statement.values, shapeName('list-alerts', statement.text))
  const { items, next } = toPage(rows, query.limit ?? 50, (row) => row, (row) => [row.sort_key, row.id])
  return { items: await presentAlerts(tx, items, reader), next }
}

/** Null when the filter can match nothing. @throws Refusal `invalid-cursor` */
export function alertListStatement(orgId: number, reader: Reader, query: Query): { text: string; values: unknown[] } | null {
  const values: unknown[] = [orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = ['a.org_id = $1']
  for (const [given, column] of [[query.ruleId, 'rule_id'], [query.locationId, 'location_id'], [query.ticketId, 'ticket_id']] as const) {
    if (given === undefined) continue
    if (!isId(given)) return null
    where.push(`a.${column} = ${bind(given)}`)
  }
  if (query.state !== undefined) where.push(`a.state = ${bind(query.state)}`)
  if (query.mine === true) where.push(told(bind(reader.staffId)))
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (!/^-?\d{1,18}$/.test(String(at)) || !isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`(a.last_at, a.id) < (timestamptz 'epoch' + ${bind(String(at))}::bigint * interval '1 microsecond', ${bind(id)}::uuid)`)
  }
  where.push(seenAlerts(reader, bind))
  return {
    text: `select ${alertColumns}, a.sort_key from (select a.*, (extract(epoch from a.last_at) * 1000000)::bigint::text as sort_key from alert a where ${where.join(' and ')} order by a.last_at desc, a.id desc limit ${bind((query.limit ?? 50) + 1)}) a
      ${alertJoins} order by a.last_at desc, a.id desc`, values,
  }
}

/** Of those that are open, each up to the limit. */
export async function countAlerts(tx: Tx, actor: Pick<Actor, 'staffId' | 'role' | 'access'>): Promise<{ open: number; mine: number; limit: number }> {
  const count = async (mine: boolean) => {
    const values: unknown[] = [tx.orgId]
    const bind = (value: unknown) => `$${values.push(value)}`
    const where = [`a.org_id = $1 and a.state = 'open'`, ...(mine ? [told(bind(actor.staffId))] : []), seenAlerts(actor, bind)]
    const text = `select count(*)::int as n from (select 1 from alert a where ${where.join(' and ')} limit ${countLimit}) x`
    return (await tx.query<{ n: number }>(text, values, shapeName('count-alerts', text)))[0]!.n
  }
  return { open: await count(false), mine: await count(true), limit: countLimit }
}

/** @throws Refusal `not-found` for what the reader may not see too */
export async function getAlertRow(tx: Tx, reader: Pick<Reader, 'staffId' | 'role' | 'access'>, id: string): Promise<AlertRow> {
  const values: unknown[] = [tx.orgId, isId(id) ? id : null]
  const bind = (value: unknown) => `$${values.push(value)}`
  const text = `select ${alertColumns} from alert a ${alertJoins} where a.org_id = $1 and a.id = $2 and ${seenAlerts(reader, bind)}`
  const [row] = isId(id) ? await tx.query<AlertRow>(text, values, shapeName('get-alert', text)) : []
  if (row === undefined) throw notFound('alert')
  return row
}
