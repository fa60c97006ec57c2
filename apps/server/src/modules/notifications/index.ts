// Notifications: what the workspace tells its people, in the app, by push of their browsers, in a digest by mail.
// Must never tell anybody of a ticket they may not see, and never carry a customer's words over somebody else's push service.
import type { Module } from '../../platform/module.ts'
import { orderDigests, sendDigest } from './digest/jobs.ts'
import { forgetNotices, sweepNotices } from './jobs.ts'
import { deliverPush } from './push/deliver-push.ts'
import { notificationRoutes } from './routes.ts'

export { fewAtOnce } from './few-at-once.ts'
export { notify, type NewNotice } from './notify.ts'
export { quietUntil } from './rules/quiet.ts'
export type { Quiet, StoredSettings } from './rules/roads.ts'
export { endPause, pausedSubjects, setPause } from './settings/pauses.ts'
export { fillNotificationPorts, notificationPorts, type MailOutcome, type NotificationPorts, type SystemMail } from './ports.ts'

export const notificationsModule: Module = {
  routes: notificationRoutes,
  jobs: (platform) => [deliverPush(platform), orderDigests(platform), sendDigest(platform), sweepNotices(platform), forgetNotices(platform)],
}
