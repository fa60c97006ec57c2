// Channels: how messages come in and go out. Mail by SMTP and IMAP; whatever comes is stored raw before anybody
// is told "taken", then read into the diary. Text messages go out through a gateway.
// Must never lose or change the original, never acknowledge before the commit, and never answer a machine.
import type { Module } from '../../platform/module.ts'
import { cannedRoutes } from './canned-answers/routes.ts'
import { watchWaiting } from './figures.ts'
import { mailboxRoutes } from './mailboxes/routes.ts'
import { parkedRoutes } from './parked/routes.ts'
import { outgoingJobs, outgoingRoutes, outgoingSubscribers } from './sending/index.ts'
import { smsJobs, smsRoutes } from './sms/index.ts'
import { readMailJobOf, sweepStrandedMail } from './reading/jobs.ts'

export type { AutomaticMail, AutomaticRefusal, EnteredMail, PreparedMail } from './automatic/automatic-mail.ts'
export { enterAutomaticMails } from './automatic/enter-mails.ts'
export { findSendingMailbox } from './automatic/find-sending-mailbox.ts'
export { prepareAutomaticMails } from './automatic/prepare-mails.ts'
export { isRobotAddress } from './composing/rules/robot-address.ts'
export { fingerprintOf } from './storing/fingerprint.ts'
export { importMails } from './importing/import-mails.ts'
export { ensureFirstMailbox } from './mailboxes/commands/ensure-first-mailbox.ts'
export { canSendSystemMail, sendSystemMail } from './sending/send-system-mail.ts'
export { sendSystemSms } from './sms/send-system-sms.ts'
export { canSendSms, enterSms, type EnteredSms, type NewSms, type SmsRefusal } from './sms/enter-sms.ts'
export { startMailService } from './start-mail-service.ts'

export const channelsModule: Module = {
  routes(implement, platform) {
    watchWaiting(platform.db)
    mailboxRoutes(implement, platform)
    parkedRoutes(implement, platform)
    outgoingRoutes(implement, platform)
    cannedRoutes(implement, platform)
    smsRoutes(implement, platform)
  },
  jobs: (platform) => [
    readMailJobOf(platform),
    sweepStrandedMail(platform),
    ...outgoingJobs(platform),
    ...smsJobs(platform),
  ],
  subscribers: (platform) => [
    ...outgoingSubscribers(platform),
  ],
}
