import type { AlertDestination } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import { presentDestination, type DestinationRow } from './destination-row.ts'

const columns = `d.id, d.name, d.kind, d.url, d.host, d.secret, d.state, d.active, d.retired_at,
  array(select r.name from alert_rule r where r.org_id = d.org_id and r.retired_at is null and r.delivery->'destinationIds' @> to_jsonb(d.id::text) order by lower(r.name)) as used_by`
type Row = DestinationRow & { used_by: string[] }

/** Those in use. */
export async function listDestinations(tx: Tx): Promise<{ items: AlertDestination[]; next: null }> {
  return { items: (await tx.query<Row>(`select ${columns} from alert_destination d where d.org_id = $1 and d.retired_at is null order by lower(d.name), d.id`, [tx.orgId], 'list-alert-destinations')).map(presentDestination), next: null }
}

/** A retired one may come back by its id. @throws Refusal `not-found` */
export async function getDestinationRow(tx: Tx, id: string, lock = false): Promise<Row> {
  const [row] = isId(id) ? await tx.query<Row>(`select ${columns} from alert_destination d where d.org_id = $1 and d.id = $2 ${lock ? 'for update of d' : ''}`, [tx.orgId, id], lock ? 'lock-alert-destination' : 'get-alert-destination') : []
  if (row === undefined) throw notFound('destination')
  return row
}
