// What people do with runs: begin one now, stop it, go on with it, try one sending again.
import type { BodyOf, sendReport as sendRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { audit } from '../../identity/index.ts'
import { notificationPorts } from '../../notifications/index.ts'
import { refusePersonal } from '../definitions/check-definition.ts'
import { readSeen } from '../definitions/list-reports.ts'
import { refuseChange, takeScope } from '../definitions/who-may.ts'
import { resolveReceivers, type Receiver } from '../receivers/resolve-receivers.ts'
import type { Company } from '../receivers/company.ts'
import type { ReportRow } from '../definitions/report-row.ts'
import { getRun, getSending } from './ledger.ts'
import { orderSending } from './order-sending.ts'
import { addressKey } from './pause-link.ts'
import { planRun, today } from './plan-run.ts'

/** Answers the run's id. @throws Refusal */
export async function sendNow(tx: Tx, actor: Actor, id: string, body: BodyOf<typeof sendRoute>, pace: number): Promise<string> {
  const { row, company } = await readSeen(tx, actor, id)
  refuseChange(actor, row)
  refusePersonal(row.definition.personal, actor)
  if (!(await notificationPorts().canSendMail(tx))) throw new Refusal('cannot-do', 'No mailbox can send: set up the sending server of one first.')
  const toMe = body.to === 'me'
  // Whoever presses twice means once.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' send report ' || $2, 0))`, [tx.orgId, row.id], 'lock-report-to-send')
  if (!toMe && (await tx.query(`select 1 from report_run where org_id = $1 and report_id = $2 and trigger = 'hand' and state in ('running', 'stopping') and key not like 'hand:me:%'`, [tx.orgId, row.id], 'report-leaves-now')).length > 0) {
    throw new Refusal('conflict', 'This report is being sent just now: wait until it is done, or stop it first.')
  }
  const receivers = toMe ? ofMyself(actor, row, company) : resolveReceivers(company, row.definition.personal, row.recipients).receivers
  if (receivers.length === 0) throw new Refusal('cannot-do', 'Nobody gets this report: add recipients, or name managers where they are missing.')
  const now = new Date()
  const runId = await planRun(tx, {
    row, company, key: `hand:${toMe ? 'me:' : ''}${newId()}`, trigger: 'hand', day: today(company, now), planned: receivers.map((receiver) => ({ receiver, sendAfter: now })), comment: body.comment === undefined ? row.comment : storable(body.comment), formats: row.formats,
    startedBy: actor.staffId, late: false, asked: true, pace, now,
  })
  await audit(tx, actor, 'report.sent', { kind: 'report', id: row.id }, { to: toMe ? 'me' : 'all', receivers: receivers.length })
  return runId!
}

/** What I get of it; where I get nothing, what I would see first. */
function ofMyself(actor: Actor, row: ReportRow, company: Company): Receiver[] {
  const mine = resolveReceivers(company, row.definition.personal, row.recipients).receivers.filter((r) => r.staffId === actor.staffId)
  if (mine.length > 0) return mine
  const me = company.people.get(actor.staffId)!
  return [{ staffId: me.id, address: '', name: me.name, email: me.email, language: me.language, zone: me.zone, scope: takeScope(actor, row, company, undefined), because: { code: 'staff' } }]
}

/** What has not begun to leave stays. @throws Refusal */
export async function stopRun(tx: Tx, actor: Actor, id: string): Promise<void> {
  const run = await getRun(tx, actor, id)
  if (run.state === 'done' || run.state === 'failed') throw new Refusal('cannot-do', 'It is over: there is nothing left to stop.')
  await tx.query(`update report_run set state = 'stopping' where org_id = $1 and id = $2 and state = 'running'`, [tx.orgId, run.id], 'stop-report-run')
  await tx.query(`update report_sending set state = 'stopped', updated_at = clock_timestamp() where org_id = $1 and run_id = $2 and state = 'planned'`, [tx.orgId, run.id], 'stop-report-sendings')
  orderSending(tx, run.id, new Date())
  await audit(tx, actor, 'report.stopped', { kind: 'report', id: run.reportId }, { runId: run.id })
  tx.publish({ name: 'reports.runChanged', ids: { reportId: run.reportId, reportRunId: run.id } })
}

/** @throws Refusal */
export async function resumeRun(tx: Tx, actor: Actor, id: string, pace: number): Promise<void> {
  const run = await getRun(tx, actor, id)
  if (run.state !== 'stopped' && run.state !== 'stopping') throw new Refusal('cannot-do', 'Only what was stopped can go on.')
  await tx.query(`update report_run set state = 'running', ended_at = null where org_id = $1 and id = $2`, [tx.orgId, run.id], 'resume-report-run')
  // Without a reason they were let go with the run; with one they were let go for themselves.
  await tx.query(
    `update report_sending s set state = 'planned', claim = null, held_until = null, updated_at = clock_timestamp(), send_after = greatest(s.send_after, clock_timestamp() + w.nth * interval '1 second' / $3::float8), due_at = greatest(s.send_after, clock_timestamp() + w.nth * interval '1 second' / $3::float8)
     from (select id, row_number() over (order by send_after, id) - 1 as nth from report_sending where org_id = $1 and run_id = $2 and state = 'stopped' and detail is null) w where s.org_id = $1 and s.id = w.id`, [tx.orgId, run.id, pace], 'resume-report-sendings')
  orderSending(tx, run.id, new Date())
  await audit(tx, actor, 'report.resumed', { kind: 'report', id: run.reportId }, { runId: run.id })
  tx.publish({ name: 'reports.runChanged', ids: { reportId: run.reportId, reportRunId: run.id } })
}

const again: ReadonlySet<string> = new Set(['failed', 'uncertain', 'stopped', 'bounced', 'nothing'])
const whyNot: Readonly<Record<string, string>> = {
  sent: 'It has been sent: send the report anew if it is wanted twice.', paused: 'They have paused this report: it comes again when they say so.',
}

/** Under the same Message-ID: a mail server that has taken it knows it again. @throws Refusal */
export async function retrySending({ crypto }: Pick<Platform, 'crypto'>, tx: Tx, actor: Actor, id: string): Promise<void> {
  const sending = await getSending(tx, actor, id)
  if (!again.has(sending.state)) throw new Refusal('cannot-do', whyNot[sending.state] ?? 'It is on its way already.')
  const [taken] = await tx.query(
    `update report_sending set state = 'planned', asked = true, claim = null, held_until = null, attempts = 0, detail = null, send_after = clock_timestamp(), due_at = clock_timestamp(), updated_at = clock_timestamp() where org_id = $1 and id = $2 and state = $3 returning id`, [tx.orgId, sending.id, sending.state], 'retry-report-sending')
  if (taken === undefined) throw new Refusal('conflict', 'Somebody else did something with it just now: look again.')
  await tx.query(`update report_run set state = 'running', ended_at = null, detail = null where org_id = $1 and id = $2`, [tx.orgId, sending.run_id], 'reopen-report-run')
  if (sending.staff_id === null) await tx.query(`delete from report_refusal where org_id = $1 and report_id = $2 and address_key = $3 and why = 'bounced'`, [tx.orgId, sending.report_id, addressKey(crypto, sending.address)], 'forgive-bounce')
  orderSending(tx, sending.run_id, new Date())
  await audit(tx, actor, 'report.retried', { kind: 'report', id: sending.report_id }, { sendingId: sending.id, was: sending.state })
}
