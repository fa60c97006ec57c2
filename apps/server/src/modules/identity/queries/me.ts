import type { Database, Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { presentMe, type MeRow, type OrganizationRow } from '../present.ts'

/** Without `permissions`: all that the role allows. */
export const getMe = (db: Database, actor: Pick<Actor, 'orgId' | 'staffId'> & Partial<Pick<Actor, 'permissions'>>) => db.read(actor.orgId, async (tx) => {
  const [row, organization] = await Promise.all([getMeRow(tx, actor.staffId), getOrganizationRow(tx)])
  return presentMe(row, organization, actor.permissions)
})

export async function getOrganizationRow(tx: Tx): Promise<OrganizationRow> {
  const [row] = await tx.query<OrganizationRow>('select id, name, locale, time_zone, reopen_days, outgoing_paused from org where id = $1', [tx.orgId], 'get-organization')
  if (!row) throw notFound('organization')
  return row
}

export async function getMeRow(tx: Tx, staffId: string): Promise<MeRow> {
  const [row] = await tx.query<MeRow>('select id, name, email, role, locale, theme, signature_html, time_zone, phone from staff where org_id = $1 and id = $2', [tx.orgId, staffId], 'get-me')
  if (!row) throw notFound('person')
  return row
}
