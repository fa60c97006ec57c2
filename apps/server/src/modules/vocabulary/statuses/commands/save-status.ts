import type { Tx } from '../../../../platform/db/database.ts'
import type { StatusRow } from '../queries.ts'

/** New or changed. The default of a category moves: there is one at any moment, which the index wants too. */
export async function saveStatus(tx: Tx, all: readonly StatusRow[], status: StatusRow): Promise<void> {
  const formerDefault = status.isDefault ? all.find((s) => s.category === status.category && s.isDefault && s.key !== status.key) : undefined
  if (formerDefault) {
    await tx.query('update ticket_status set is_default = false where org_id = $1 and key = $2', [tx.orgId, formerDefault.key], 'take-default-status')
    tx.publish({ name: 'vocabulary.statusChanged', ids: { statusKey: formerDefault.key } })
  }
  await tx.query(
    `insert into ticket_status (org_id, key, name, ready_made, category, colour, position, is_default, next, requires, on_customer_message, retired_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $12 then now() end)
     on conflict (org_id, key) do update set name = excluded.name, ready_made = excluded.ready_made, colour = excluded.colour, position = excluded.position, is_default = excluded.is_default,
       next = excluded.next, requires = excluded.requires, on_customer_message = excluded.on_customer_message,
       retired_at = case when $12 then coalesce(ticket_status.retired_at, now()) end`,
    [tx.orgId, status.key, status.name, status.readyMade, status.category, status.colour, status.position, status.isDefault, status.next, JSON.stringify(status.requires), status.onCustomerMessage, status.retired], 'save-status')
  tx.publish({ name: 'vocabulary.statusChanged', ids: { statusKey: status.key } })
}
