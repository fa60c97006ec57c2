// Background work of counting. An answer orders nothing: readers add what waits, so that numbers are right at once, and these jobs
// only keep little waiting.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { dimensions } from './cells.ts'
import { healTally } from './heal-tally.ts'
import { factsAtOnce, tallyFacts as tally } from './tally-facts.ts'

/** From so many facts a minute on an organization is looked at more often than each minute. */
const busyFacts = 500
const busySeconds = 5

const order = (orgId: number) => ({ key: `feedback.tallyFacts ${orgId}` })

/** Each minute. */
export const sweepFacts = ({ db }: Platform): Job => ({
  name: 'feedback.sweepFacts',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from orgs_with_waiting_facts() org_id', [], 'orgs-with-waiting-facts')) {
      await db.write(orgId, async (tx) => tx.enqueue('feedback.tallyFacts', {}, order(orgId)))
    }
  },
})

/** Until few wait; where many came, again in seconds: at 300 answers a second readers would else add tens of thousands. */
export const tallyFacts = ({ db }: Platform): Job<{ orgId: number }> => ({
  name: 'feedback.tallyFacts',
  async handle({ orgId }) {
    let all = 0
    for (let taken: number | null = factsAtOnce; taken === factsAtOnce;) {
      taken = await db.write(orgId, (tx) => tally(tx))
      all += taken ?? 0
    }
    if (all >= busyFacts) await db.write(orgId, async (tx) => tx.enqueue('feedback.tallyFacts', {}, { ...order(orgId), runAt: new Date(Date.now() + busySeconds * 1000).toISOString() }))
  },
})

/** Each night: one job a survey, so that a long one holds up no other. */
export const checkTallies = ({ db }: Platform): Job => ({
  name: 'feedback.checkTallies',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from orgs_with_surveys() org_id', [], 'orgs-with-surveys')) {
      await db.write(orgId, async (tx) => {
        for (const { id } of await tx.query<{ id: string }>('select id from survey where org_id = $1 and version > 0', [orgId], 'surveys-to-check')) tx.enqueue('feedback.checkTally', { surveyId: id }, { queue: 'feedback.checkTally' })
      })
    }
  },
})

/** Sums that were wrong are mended, logged and told. */
export const checkTally = ({ db, log }: Platform): Job<{ orgId: number; surveyId: string }> => ({
  name: 'feedback.checkTally',
  async handle({ orgId, surveyId }) {
    for (const dimension of dimensions) {
      const cells = await db.write(orgId, (tx) => healTally(tx, surveyId, dimension))
      if (cells > 0) log.warn({ orgId, surveyId, dimension, cells }, 'sums of a survey were wrong and have been mended')
    }
  },
})
