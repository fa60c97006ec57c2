// Reading statuses. An organization has a handful: they are read whole.
import type { Status } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { notFound } from '../../../platform/http/refusal.ts'

export type StatusRow = Status

const columns = `key, name, ready_made as "readyMade", category, colour, position, is_default as "isDefault", next,
  json_build_object('reason', coalesce((requires->>'reason')::boolean, false), 'result', coalesce((requires->>'result')::boolean, false)) as requires,
  on_customer_message as "onCustomerMessage", retired_at is not null as retired`

/** All, the retired too, in the order people gave them. */
export const readStatuses = (tx: Tx): Promise<StatusRow[]> =>
  tx.query<StatusRow>(`select ${columns} from ticket_status where org_id = $1 order by position, created_at, key`, [tx.orgId], 'read-statuses')

/** @throws Refusal `not-found`. */
export async function getStatus(tx: Tx, key: string): Promise<StatusRow> {
  const [row] = await tx.query<StatusRow>(`select ${columns} from ticket_status where org_id = $1 and key = $2`, [tx.orgId, key], 'get-status')
  if (row === undefined) throw notFound('status')
  return row
}
