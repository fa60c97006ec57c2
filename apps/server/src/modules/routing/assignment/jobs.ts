import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { noteSilence } from '../presence/set-presence.ts'
import { tellDueTasks } from '../tasks/tell-due-tasks.ts'
import { assignBatch, type Progress } from './assign-waiting.ts'
import { giveBackOfTheAway } from './give-back.ts'

export const giveOutWaitingJob = 'routing.giveOutWaiting'
/** A clean stop waits for running jobs. */
const longestRunMs = 4000
const heldUpMs = 500

/** Batch after batch, each in a transaction of its own, until nothing waits that anybody can take. */
export const giveOutWaiting = ({ db }: Platform): Job<{ orgId: number; thorough?: boolean }> => ({
  name: giveOutWaitingJob,
  async handle({ orgId, thorough = false }) {
    const progress: Progress = new Map()
    const until = Date.now() + longestRunMs
    for (;;) {
      const { read, assigned } = await db.write(orgId, async (tx) => {
        const batch = await assignBatch(tx, progress)
        // Right after a change its clocks are being counted, under a lock on the ticket: without another run it would wait for the sweep.
        if (batch.heldUp) tx.enqueue(giveOutWaitingJob, { thorough }, { key: `assign-held-up:${orgId}`, runAt: new Date(Date.now() + heldUpMs).toISOString() })
        return batch
      })
      // Tickets that nobody can take stand before others that somebody could: the sweep looks behind them.
      if (read === 0 || (assigned === 0 && !thorough)) return
      if (Date.now() < until) continue
      await db.write(orgId, async (tx) => { if (assigned > 0) tx.enqueue(giveOutWaitingJob, { thorough }, { key: `assign:${orgId}` }) })
      return
    }
  },
})

/** Every minute: who fell silent, who is away for too long, whose tasks are due, which tickets still wait. */
export const lookRound = ({ db, log }: Platform): Job<{ orgId: number }> => ({
  name: 'routing.lookRound',
  async handle() {
    const rows = await db.query<{ org_id: number }>('select org_id from organizations_on_duty()', [], 'organizations-on-duty')
    for (const { org_id: orgId } of rows) {
      try {
        await db.write(orgId, noteSilence)
        await db.write(orgId, giveBackOfTheAway)
        await db.write(orgId, tellDueTasks)
        await db.write(orgId, async (tx) => tx.enqueue(giveOutWaitingJob, { thorough: true }, { key: `assign-all:${orgId}` }))
      } catch (err) {
        // One organization's trouble is not the others'; the next minute tries again.
        log.error({ err, orgId }, 'could not look round the desk')
      }
    }
  },
})
