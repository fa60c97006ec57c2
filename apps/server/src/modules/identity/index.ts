// Identity: organizations, their people, locations and teams, how people come in and what they may do, and who did what.
// Must never store a password or token in clear, and never let a session outlive the access of its person.
import type { Module } from '../../platform/module.ts'
import { forgetExpired } from './jobs.ts'
import type { IdentityPorts } from './ports.ts'
import { identityRoutes } from './routes.ts'

export { audit, type Doer } from './commands/audit.ts'
export { changeStaff } from './commands/change-staff.ts'
export { createOrganization, type NewOrganization } from './commands/create-organization.ts'
export { createStaff } from './commands/create-staff.ts'
export { setPassword } from './commands/set-password.ts'
export { phoneKey } from './rules/phone-key.ts'
export { languageOf } from './queries/language-of.ts'
export { organizationOf, type OrganizationFacts } from './queries/organization-of.ts'
export { timeZoneOf } from './queries/time-zone-of.ts'
export { findUserId, listPlaces, type Place } from './queries/places.ts'
export { createToken, permissionsOf } from './commands/create-token.ts'
export { setUpUnattended } from './commands/set-up-unattended.ts'
export { createAuthenticate } from './sign-in/authenticate.ts'

export { checkName } from './structure/check-name.ts'
export { peopleInCharge, type About, type PersonInCharge } from './structure/people-in-charge.ts'
export { changeStaffAccess, getStaffAccess, type StaffAccess } from './structure/commands/change-access.ts'
export { refuseOnlooker, refuseUnknownPeople, refuseUnknownStructure } from './structure/refuse-unknown.ts'

export type { IdentityPorts } from './ports.ts'

export const createIdentityModule = (ports: IdentityPorts): Module => ({
  routes: (implement, platform) => identityRoutes(implement, platform, ports),
  jobs: (platform) => [forgetExpired(platform)],
})
