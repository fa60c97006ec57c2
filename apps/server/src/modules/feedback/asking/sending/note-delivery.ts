// What became of the mail or SMS of an invitation: what came back has asked nobody, and the address is not tried again.
import type { Subscriber } from '../../../../platform/jobs/define.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { noteSteps } from '../../counting/index.ts'
import { invitationChanged } from '../planning/store-planned.ts'

const told = new Map([['bounced', 'bounced'], ['failed', 'failed'], ['cancelled', 'cancelled']] as const)
type Told = 'bounced' | 'failed' | 'cancelled'

export const noteDelivery = ({ db }: Platform): Subscriber => ({
  name: 'feedback.noteDelivery',
  async handle(orgId, events) {
    // Most news is of mails that are on their way or have arrived: nothing to do, and nothing is asked of the database.
    const news = events.flatMap((e) => {
      const state = told.get(e.detail['state'] as Told)
      return state === undefined || e.ids['interactionId'] === undefined ? [] : [{ id: e.ids['interactionId'], state }]
    })
    if (news.length === 0) return
    await db.write(orgId, async (tx) => {
      const rows = await tx.query<{ id: string; ticket_id: string | null; customer_id: string; state: Told; was: string }>(
        `update survey_invitation i set state = n.state, reason = n.state from unnest($2::uuid[], $3::text[]) n (interaction_id, state) join survey_invitation w on w.org_id = $1 and w.interaction_id = n.interaction_id
         where i.org_id = $1 and i.id = w.id and (i.state = 'sent' or (i.state = 'failed' and n.state = 'bounced')) returning i.id, i.ticket_id, i.customer_id, i.state, w.state as was`,
        [tx.orgId, news.map((n) => n.id), news.map((n) => n.state)], 'note-delivery')
      // Each was counted as sent once, and is taken off once: a mail that failed and then bounced, or was taken back, has reached nobody.
      const lost = rows.filter((r) => r.was === 'sent')
      await noteSteps(tx, lost.filter((r) => r.state === 'bounced').map((r) => r.id), 'bounced')
      await noteSteps(tx, lost.filter((r) => r.state !== 'bounced').map((r) => r.id), 'failed')
      tx.publish(...rows.map((r) => invitationChanged(r.id, r.ticket_id, r.customer_id)))
    })
  },
})
