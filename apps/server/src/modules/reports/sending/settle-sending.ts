// What became of one: into the ledger, with the reason where there is one.
import type { ReportSending } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Claimed } from './claim-sending.ts'
import { warn } from './warn.ts'

export type Outcome =
  | { state: 'sent' }
  | { state: 'uncertain' | 'failed' | 'paused' | 'bounced' | 'stopped' | 'nothing'; detail: string | null }
  /** Not now. `counts`: as a try of making it. */
  | { state: 'later'; detail: string; minutes: number; counts: boolean }

/** So long a sending waits for a mailbox that can send, or for the end of the brake; after the first hour it is told of. */
const [patienceHours, lateHours] = [24, 1]

/** Only by whoever holds it: what was taken over meanwhile is the other's to settle. */
export async function settleSending(tx: Tx, sending: Claimed, outcome: Outcome): Promise<void> {
  const { state, detail, late } = outcome.state === 'later' ? await stateOfLater(tx, sending, outcome) : { state: outcome.state, detail: outcome.state === 'sent' ? null : outcome.detail, late: false }
  const later = outcome.state === 'later' && state === 'planned' ? outcome : null
  const settled = await tx.query(
    `update report_sending set state = $4, detail = $5, claim = null, held_until = null, updated_at = clock_timestamp(), sent_at = case when $4 in ('sent', 'uncertain') then clock_timestamp() end,
       send_after = case when $6::integer is null then send_after else clock_timestamp() + make_interval(mins => $6::integer) end, attempts = attempts - case when $7 then 1 else 0 end
     where org_id = $1 and id = $2 and claim = $3 and state in ('making', 'made', 'sending') returning id`,
    [tx.orgId, sending.id, sending.claim, state, detail?.slice(0, 2000) ?? null, later?.minutes ?? null, later !== null && !later.counts], 'settle-report-sending')
  if (settled.length === 0) return
  if (state === 'failed' || state === 'uncertain') await warn(tx, state, { reportId: sending.report_id, runId: sending.run_id })
  if (late) await warn(tx, 'late', { reportId: sending.report_id, runId: sending.run_id })
  tx.publish({ name: 'reports.runChanged', ids: { reportId: sending.report_id, reportRunId: sending.run_id } })
}

async function stateOfLater(tx: Tx, sending: Claimed, { detail }: { detail: string }): Promise<{ state: ReportSending['state']; detail: string | null; late: boolean }> {
  const [run] = await tx.query<{ state: string; waited: boolean; late: boolean }>(`select r.state, s.due_at < now() - interval '${patienceHours} hours' as waited, s.due_at < now() - interval '${lateHours} hours' as late from report_sending s join report_run r on r.org_id = s.org_id and r.id = s.run_id where s.org_id = $1 and s.id = $2`, [tx.orgId, sending.id], 'state-of-run')
  if (run?.state !== 'running') return { state: 'stopped', detail: null, late: false }
  return run.waited ? { state: 'failed', detail, late: false } : { state: 'planned', detail, late: run.late }
}

/** The run is over when nothing of it waits. Answers when the next of it is due; null: nothing. */
export async function closeRun(tx: Tx, runId: string): Promise<Date | null> {
  const [left] = await tx.query<{ next: Date | null }>(
    `select min(greatest(s.send_after, s.held_until)) as next from report_sending s where s.org_id = $1 and s.run_id = $2 and s.state in ('planned', 'making', 'made', 'sending')`, [tx.orgId, runId], 'next-of-report-run')
  if (left!.next !== null) return left!.next
  const [over] = await tx.query<{ report_id: string }>(
    `update report_run set state = case state when 'stopping' then 'stopped' else 'done' end, ended_at = clock_timestamp() where org_id = $1 and id = $2 and state in ('running', 'stopping') returning report_id`, [tx.orgId, runId], 'close-report-run')
  if (over !== undefined) tx.publish({ name: 'reports.runChanged', ids: { reportId: over.report_id, reportRunId: runId } })
  return null
}
