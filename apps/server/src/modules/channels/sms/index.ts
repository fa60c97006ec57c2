// What the module brings for text messages.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { forgetSms, sendSms, sweepSms } from './jobs.ts'

export { cancelSms } from './commands/cancel-sms.ts'
export { resendSms } from './commands/resend-sms.ts'
export { smsRoutes } from './routes.ts'
export const smsJobs = (platform: Platform): readonly Job<never>[] => [sendSms(platform), sweepSms(platform), forgetSms(platform)]
