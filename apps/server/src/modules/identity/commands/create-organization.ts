// A new organization with its ticket numbers and first administrator, in one statement: whole or not at all.
import { hashPassword } from 'better-auth/crypto'
import type { Locale } from '@kontuar/contracts'
import type { Database } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { signInAddress, staffAddress } from '../rules/sign-in-address.ts'
import { isTimeZone } from '../rules/time-zone.ts'

export interface NewOrganization {
  organizationName: string
  locale: Locale
  timeZone: string
  name: string
  email: string
  password: string
}

/**
 * A person known already by this address keeps their password and becomes its administrator.
 * @param onlyFirst refuse with `already-set-up` when there is any organization; of two at once exactly one wins
 */
export async function createOrganization(db: Database, wanted: NewOrganization, onlyFirst: boolean): Promise<{ orgId: number; staffId: string; userId: string }> {
  if (!isTimeZone(wanted.timeZone)) throw new Refusal('invalid-input', `"${wanted.timeZone}" is no time zone: give a name such as Europe/Warsaw.`, { timeZone: 'is no time zone' })
  const staffId = newId()
  const [created] = await db.query<{ org_id: number; user_id: string }>(
    'select * from create_organization($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    [wanted.organizationName.trim(), wanted.locale, wanted.timeZone, onlyFirst, staffId, newId(), wanted.name.trim(), signInAddress(wanted.email), staffAddress(wanted.email), await hashPassword(wanted.password), newId()])
  if (!created) throw alreadySetUp()
  return { orgId: created.org_id, staffId, userId: created.user_id }
}

export const alreadySetUp = () => new Refusal('already-set-up', 'This installation has its organization already: sign in, or ask its administrator for an invitation.')
