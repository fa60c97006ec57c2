// Undo and once more.
import { cancelInteraction, resendInteraction } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getInteraction } from '../../diary/index.ts'
import { cancelSms, resendSms } from '../sms/index.ts'
import { cancelMail } from './cancel-mail.ts'
import { resendMail } from './resend-mail.ts'

export function sendingRoutes(implement: Implement, platform: Platform) {
  const show = (orgId: number, id: string) => platform.db.read(orgId, (tx) => getInteraction(tx, id))
  implement(cancelInteraction, async ({ actor, params }) => {
    if (!(await cancelSms(platform, actor.orgId, params.id))) await cancelMail(platform, actor.orgId, params.id)
    return show(actor.orgId, params.id)
  })
  implement(resendInteraction, async ({ actor, params }) => {
    if (!(await resendSms(platform, actor.orgId, params.id))) await resendMail(platform, actor.orgId, params.id)
    return show(actor.orgId, params.id)
  })
}
