// Whose installation, or whose part of it, this is: what letters, reports and clocks are made for.
import type { Locale } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'

/** `timeZone` as IANA names it: where the organization's days begin and end. */
export interface OrganizationFacts { name: string; locale: Locale; timeZone: string }

export async function organizationOf(tx: Tx): Promise<OrganizationFacts> {
  const [org] = await tx.query<OrganizationFacts>('select name, locale, time_zone as "timeZone" from org where id = $1', [tx.orgId], 'organization-of')
  if (!org) throw new Error(`there is no organization ${tx.orgId}`)
  return org
}
