// The clock of reports, and the work on a run. What a death leaves is found by the sweep.
import type { Platform } from '../../../platform/platform.ts'
import type { Job } from '../../../platform/jobs/define.ts'
import { fewAtOnce } from '../../notifications/index.ts'
import type { SharedFigures } from '../filling/fill-report.ts'
import { claimNext, settleLeft } from './claim-sending.ts'
import { orderSending } from './order-sending.ts'
import { planDueReports } from './plan-due.ts'
import { sendOne } from './send-one.ts'
import { closeRun } from './settle-sending.ts'
import { warn } from './warn.ts'

/** A job does not go on for longer: a clean stop waits for running jobs. */
const longestRunMs = 3000
/** In a process: reports must not hold all workers, which belong to everybody. */
const places = 2
/** One that waits for so much longer than it should is told of. */
const lateHours = 1

export const planReports = (platform: Platform): Job<never> => ({ name: 'reports.plan', handle: () => planDueReports(platform, new Date()) })

export const sendReports = (platform: Platform) => fewAtOnce('reports.send', places, (orgId, runId) => carryOn(platform, orgId, runId), ({ orgId, deliveryId }) => platform.db.write(orgId, async (tx) => orderSending(tx, deliveryId, new Date())))

async function carryOn(platform: Platform, orgId: number, runId: string): Promise<void> {
  const { db } = platform
  const until = Date.now() + longestRunMs
  // Not longer than that: the figures of a report are those of the moment it leaves.
  const shared: SharedFigures = new Map()
  await db.write(orgId, (tx) => settleLeft(tx, runId))
  for (;;) {
    const sending = await db.write(orgId, (tx) => claimNext(tx, runId))
    if (sending === null) break
    await sendOne(platform, orgId, sending, shared)
    if (Date.now() > until) break
  }
  await db.write(orgId, async (tx) => {
    const next = await closeRun(tx, runId)
    if (next !== null) orderSending(tx, runId, next)
  })
}

export const sweepReports = ({ db }: Platform): Job<never> => ({
  name: 'reports.sweep',
  async handle() {
    const stranded = await db.query<{ org_id: number; id: string }>('select org_id, id from list_stranded_report_runs($1)', [200], 'list-stranded-report-runs')
    for (const { org_id: orgId, id } of stranded) {
      await db.write(orgId, async (tx) => {
        await settleLeft(tx, id)
        const [late] = await tx.query<{ report_id: string }>(
          `select report_id from report_sending where org_id = $1 and run_id = $2 and state in ('planned', 'making', 'made') and due_at < now() - interval '${lateHours} hours' limit 1`, [orgId, id], 'late-of-report-run')
        if (late !== undefined) await warn(tx, 'late', { reportId: late.report_id, runId: id })
        const next = await closeRun(tx, id)
        if (next !== null) orderSending(tx, id, new Date(Math.max(next.getTime(), Date.now())))
      })
    }
  },
})
