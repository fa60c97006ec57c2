// A report that came back: found by its Message-ID, which the notice returns (RFC 3464). An address outside that takes no mail for good gets none of
// this report any more; of our own people an administrator mends the address.
import type { Tx } from '../../../platform/db/database.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bounceDetail, readBounces, type BounceEntry } from '../../diary/index.ts'
import { addressKey } from './pause-link.ts'
import { warn } from './warn.ts'

export const markBounced = ({ db, crypto }: Platform): Subscriber => ({
  name: 'reports.markBounced',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    for (const { bounce } of await readBounces(tx, events.map((e) => e.ids['interactionId']))) await markOne(tx, crypto, bounce)
  }),
})

async function markOne(tx: Tx, crypto: Platform['crypto'], bounce: BounceEntry['bounce']): Promise<void> {
  // The part before the @ is the key, whichever mailbox it left by.
  const key = /^<?(report\.[0-9a-f-]{36})@/i.exec(bounce.originalMessageId ?? '')?.[1]?.toLowerCase()
  if (key === undefined) return
  const detail = bounceDetail(bounce)
  if (bounce.kind === 'soft') {
    await tx.query(`update report_sending set detail = $3, updated_at = clock_timestamp() where org_id = $1 and message_key = $2 and state in ('sent', 'uncertain')`, [tx.orgId, key, detail], 'note-soft-bounce-of-report')
    return
  }
  const [sending] = await tx.query<{ id: string; run_id: string; report_id: string; staff_id: string | null; address: string }>(
    // A notice may overtake the answer of our own server.
    `update report_sending set state = 'bounced', detail = $3, updated_at = clock_timestamp() where org_id = $1 and message_key = $2 and state in ('sent', 'uncertain', 'sending') returning id, run_id, report_id, staff_id, address`, [tx.orgId, key, detail], 'mark-report-bounced')
  if (sending === undefined) return
  if (sending.staff_id === null) {
    await tx.query(`insert into report_refusal (org_id, report_id, address_key, why) values ($1, $2, $3, 'bounced') on conflict do nothing`, [tx.orgId, sending.report_id, addressKey(crypto, sending.address)], 'refuse-bounced-address')
  }
  await warn(tx, 'bounced', { reportId: sending.report_id, runId: sending.run_id, of: sending.id })
  tx.publish({ name: 'reports.runChanged', ids: { reportId: sending.report_id, reportRunId: sending.run_id } })
}
