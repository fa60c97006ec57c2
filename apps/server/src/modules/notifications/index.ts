// Notifications: what the workspace tells its people, in the app, by push of their browsers, in a digest by mail.
// Must never tell anybody of a ticket they may not see, and never carry a customer's words over somebody else's push service.
import type { Module } from '../../platform/module.ts'

export { notify, type NewNotice } from './notify.ts'

export const notificationsModule: Module = {}
