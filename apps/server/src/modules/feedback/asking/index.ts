// Asking: when and whom to ask, by which road, and who is not asked and why. Must never ask a person twice within their rest, nor
// leave anybody unasked without a row that says so.
import type { Implement } from '../../../platform/http/implement.ts'
import type { Job, Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { inviteToSurveys } from './planning/handlers.ts'
import { sendInvitations, sweepInvitations } from './sending/jobs.ts'
import { noteDelivery } from './sending/note-delivery.ts'
import { settingsRoutes } from './settings/routes.ts'
import { touchpointRoutes } from './touchpoints/routes.ts'
import { wishRoutes } from './wishes/routes.ts'

export { cancelPlanned } from './invitations/cancel-planned.ts'
export { bareHappening, type Happening } from './planning/happening.ts'
export { planInvitations, type PlannedInvitation } from './planning/plan-invitations.ts'
export { askedAnew } from './planning/rules/same-matter.ts'
export { invitationChanged } from './planning/store-planned.ts'
export { readHandHappening } from './planning/read-happenings.ts'
export { createTouchpoint } from './touchpoints/create-touchpoint.ts'
export { fillAskingPorts, type AskingPorts } from './ports.ts'
export { readSettings } from './settings/read-settings.ts'

export function askingRoutes(implement: Implement, platform: Platform): void {
  touchpointRoutes(implement, platform)
  invitationRoutes(implement, platform)
  wishRoutes(implement, platform)
  settingsRoutes(implement, platform)
}
export const askingJobs = (platform: Platform): Job[] => [sendInvitations(platform), sweepInvitations(platform)]
export const askingSubscribers = (platform: Platform): Subscriber[] => [inviteToSurveys(platform), noteDelivery(platform)]
