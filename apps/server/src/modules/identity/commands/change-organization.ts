import type { Locale } from '@kontuar/contracts'
import type { Database } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { OrganizationRow } from '../present.ts'
import { getOrganizationRow } from '../queries/me.ts'
import { isTimeZone } from '../rules/time-zone.ts'
import { audit } from './audit.ts'

export interface OrganizationChange { name?: string; locale?: Locale; timeZone?: string; reopenDays?: number; outgoingPaused?: boolean }

export async function changeOrganization(db: Database, actor: Actor, change: OrganizationChange): Promise<OrganizationRow> {
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) throw new Refusal('invalid-input', `"${change.timeZone}" is no time zone: give a name such as Europe/Warsaw.`, { timeZone: 'is no time zone' })
  if (change.name !== undefined && change.name.trim() === '') throw new Refusal('invalid-input', 'Give the organization a name.', { name: 'is empty' })
  return db.write(actor.orgId, async (tx) => {
    await tx.query(
      `update org set name = coalesce($2, name), locale = coalesce($3, locale), time_zone = coalesce($4, time_zone),
         reopen_days = coalesce($5, reopen_days), outgoing_paused = coalesce($6, outgoing_paused) where id = $1`,
      [tx.orgId, change.name?.trim() ?? null, change.locale ?? null, change.timeZone ?? null, change.reopenDays ?? null, change.outgoingPaused ?? null])
    await audit(tx, actor, 'organization.changed', { kind: 'organization', id: String(tx.orgId) }, { ...change })
    tx.publish({ name: 'identity.organizationChanged', ids: {} })
    return getOrganizationRow(tx)
  })
}
