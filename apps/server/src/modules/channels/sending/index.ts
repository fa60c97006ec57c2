// What the module brings for writing and sending.
import type { Implement } from '../../../platform/http/implement.ts'
import type { Job, Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { forgetOldWithheld } from '../automatic/forget-old-withheld.ts'
import { markBounced } from '../bounces/mark-bounced.ts'
import { composingRoutes } from '../composing/routes.ts'
import { sendConfirmation } from '../confirmation/send-confirmation.ts'
import { sendMail, sweepOutgoing } from './jobs.ts'
import { sendingRoutes } from './routes.ts'

export function outgoingRoutes(implement: Implement, platform: Platform) {
  composingRoutes(implement, platform)
  sendingRoutes(implement, platform)
}
export const outgoingJobs = (platform: Platform): readonly Job<never>[] => [sendMail(platform), sweepOutgoing(platform), forgetOldWithheld(platform)]
export const outgoingSubscribers = (platform: Platform): readonly Subscriber[] => [sendConfirmation(platform), markBounced(platform)]
