// Sending as background work. A job only says that something is due: the rows decide what.
import type { Job } from '../../../../platform/jobs/define.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { orderSending } from '../planning/plan-invitations.ts'
import { sendDue } from './send-batch.ts'

const atOnce = 200
/** A clean stop waits for running jobs; what is left is gone on with by the next one. */
const longestRunMs = 3000

export const sendInvitations = (platform: Platform): Job => ({
  name: 'feedback.sendInvitations',
  async handle({ orgId }) {
    if (await sendDue(platform, orgId, atOnce, Date.now() + longestRunMs)) await platform.db.write(orgId, async (tx) => orderSending(tx))
  },
})

export const sweepInvitations = ({ db }: Platform): Job => ({
  name: 'feedback.sweepInvitations',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select orgs_with_due_invitations as org_id from orgs_with_due_invitations()', [], 'orgs-with-due-invitations')) await db.write(orgId, async (tx) => orderSending(tx))
  },
})
