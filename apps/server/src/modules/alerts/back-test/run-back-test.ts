// Background work: the past, a stride after the other. How far it is stands in its row; whoever stops it is heard within seconds; a killed
// worker's successor goes on from what had been gathered, or begins again where that is quicker.
import type { AlertDeliveryWish, AlertRuleDefinition } from '@kontuar/contracts'
import type { Database } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/storable.ts'
import type { Job } from '../../../platform/jobs/define.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pastAlarms } from './past-alarms.ts'
import { resultOf } from './result-of.ts'
import { WalkEnded, type Gathered, type Walk } from './walk.ts'

interface Row { definition: AlertRuleDefinition; delivery: AlertDeliveryWish | null; months: number; until: Date; gathered: Gathered | null }

export const runBackTest = ({ db, log }: Platform): Job<{ orgId: number; backTestId: string }> => ({
  name: 'alerts.backTest',
  async handle({ orgId, backTestId }, { attempt, maxAttempts }) {
    try {
      await backTest(db, orgId, backTestId)
    } catch (error) {
      if (error instanceof WalkEnded) return
      const said = error instanceof Refusal ? error.message : null
      if (said === null && attempt < maxAttempts) throw error
      if (said === null) log.error({ orgId, backTestId, err: error }, 'a back-test failed')
      await end(db, orgId, backTestId, 'failed', null, said ?? 'It could not be finished: start it again, or over fewer months.')
    }
  },
})

/** @throws WalkEnded when somebody stopped it, Refusal where the rule cannot be laid over anything */
export async function backTest(db: Database, orgId: number, id: string): Promise<void> {
  const [row] = await db.read(orgId, (tx) => tx.query<Row>(`select definition, delivery, months, until, gathered from alert_back_test where org_id = $1 and id = $2 and state = 'running'`, [orgId, id], 'back-test-to-run'))
  if (row === undefined) return
  const to = row.until.getTime()
  const from = Temporal.Instant.fromEpochMilliseconds(to).toZonedDateTimeISO('UTC').subtract({ months: row.months }).epochMilliseconds
  const alarms = await pastAlarms(db, orgId, row.definition, walkOf(db, orgId, id, from, to, row.gathered), 'fine')
  const result = await db.report(orgId, (tx) => resultOf(tx, row.definition, row.delivery, alarms, from, to))
  await end(db, orgId, id, 'done', result, null)
}

/** How far it is, is written down so often at most. */
const toldEveryMs = 1000

function walkOf(db: Database, orgId: number, id: string, from: number, to: number, gathered: Gathered | null): Walk {
  let told = -Infinity
  /** @throws WalkEnded */
  const note = async (done: number, kept: Gathered | null) => {
    const rows = await db.write(orgId, (tx) => tx.query(
      `update alert_back_test set done_share = greatest(done_share, $3), gathered = coalesce($4, gathered) where org_id = $1 and id = $2 and state = 'running' returning 1`, [orgId, id, Math.min(0.99, done), kept === null ? null : storableJson(kept)], 'note-back-test'))
    if (rows.length === 0) throw new WalkEnded()
  }
  return {
    from, to, gathered,
    async step(done) {
      if (performance.now() - told < toldEveryMs) return
      told = performance.now()
      await note(done, null)
    },
    keep: (kept) => note(0, kept),
  }
}

/** Unless it was stopped meanwhile. */
async function end(db: Database, orgId: number, id: string, state: 'done' | 'failed', result: object | null, detail: string | null): Promise<void> {
  await db.write(orgId, async (tx) => {
    const rows = await tx.query(
      `update alert_back_test set state = $3, result = $4, detail = $5, done_share = case when $3 = 'done' then 1 else done_share end, gathered = null, ended_at = now() where org_id = $1 and id = $2 and state = 'running' returning 1`,
      [orgId, id, state, result === null ? null : storableJson(result), detail], 'end-back-test')
    if (rows.length > 0) tx.publish({ name: 'alerts.backTestEnded', ids: { backTestId: id } })
  })
}
