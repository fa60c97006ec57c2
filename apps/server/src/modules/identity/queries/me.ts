import type { Tx } from '../../../platform/db/database.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { MeRow, OrganizationRow } from '../present.ts'

export async function getOrganizationRow(tx: Tx): Promise<OrganizationRow> {
  const [row] = await tx.query<OrganizationRow>('select id, name, locale, time_zone, reopen_days, outgoing_paused from org where id = $1', [tx.orgId], 'get-organization')
  if (!row) throw notFound('organization')
  return row
}

export async function getMeRow(tx: Tx, staffId: string): Promise<MeRow> {
  const [row] = await tx.query<MeRow>('select id, name, email, role, locale, theme, signature_html from staff where org_id = $1 and id = $2', [tx.orgId, staffId], 'get-me')
  if (!row) throw notFound('person')
  return row
}
