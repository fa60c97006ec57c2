// Where the organization's days begin and end.
import type { Tx } from '../../../platform/db/database.ts'

/** Of the organization, as IANA names it. */
export async function timeZoneOf(tx: Tx): Promise<string> {
  const [org] = await tx.query<{ time_zone: string }>('select time_zone from org where id = $1', [tx.orgId], 'time-zone')
  return org?.time_zone ?? 'UTC'
}
