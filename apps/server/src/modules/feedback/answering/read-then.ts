// Who, where and what stands behind an answer that a program or an agent hands in, as it is at this moment.
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { readHandHappening } from '../asking/index.ts'
import { nothingThen, type Then } from './source-rows.ts'

export interface ThenWish { customerId?: string | undefined; ticketId?: string | undefined; interactionId?: string | undefined; locationId?: string | null | undefined; staffId?: string | null | undefined; place?: string | undefined }

/** Under the eyes of the asker: what they do not see is not there. @throws Refusal */
export async function readThen(tx: Tx, wish: ThenWish): Promise<{ about: Then; customerName: string; language: string | null }> {
  const { ticketId, interactionId } = wish
  const ticket = ticketId === undefined ? null : await getRow(tx, 'ticket', ticketId, 'customer_id')
  const interaction = interactionId === undefined ? null : await getRow(tx, 'interaction', interactionId, 'coalesce(customer_id, (select t.customer_id from ticket t where t.org_id = interaction.org_id and t.id = interaction.ticket_id)) as customer_id')
  const found = ticket?.customer_id ?? interaction?.customer_id ?? null
  if (wish.customerId !== undefined && found !== null && wish.customerId !== found) throw new Refusal('invalid-input', 'The ticket belongs to another customer: leave one of them out.', { customerId: 'is not the customer of the ticket' })
  const customerId = wish.customerId ?? found
  for (const [kind, id] of [['location', wish.locationId], ['staff', wish.staffId]] as const) if (id !== null && id !== undefined) await getRow(tx, kind, id, 'id')
  const base = { ...nothingThen, place: wish.place ?? '' }
  if (customerId === null) return { about: { ...base, locationId: wish.locationId ?? null, staffId: wish.staffId ?? null }, customerName: '', language: null }
  const customer = await getRow(tx, 'customer', customerId, 'name, language')
  const h = await readHandHappening(tx, { cause: 'answer', trigger: 'api', ticketId: ticketId ?? null, interactionId: interactionId ?? null, customerId, at: new Date() })
  return {
    about: {
      ...base, customerId, ticketId: h.ticketId, sourceInteractionId: interactionId ?? null, staffId: wish.staffId === undefined ? h.staffId : wish.staffId, teamId: h.teamId, queueId: h.queueId,
      locationId: wish.locationId === undefined ? h.locationId : wish.locationId, reasonId: h.reasonId, channel: h.channel, ticketResult: h.ticketResult,
    },
    customerName: customer.name!, language: h.language ?? customer.language ?? null,
  }
}

/** @throws Refusal `not-found` */
async function getRow(tx: Tx, table: 'ticket' | 'interaction' | 'customer' | 'location' | 'staff', id: string, columns: string): Promise<Record<string, string | null>> {
  const [row] = isId(id) ? await tx.query<Record<string, string | null>>(`select ${columns} from ${table} where org_id = $1 and id = $2`, [tx.orgId, id]) : []
  if (row === undefined) throw notFound(table === 'staff' ? 'person' : table)
  return row
}
