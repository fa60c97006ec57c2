// Who works on which sending. A claim holds for as long as making one can take; what a dead process held is free after that, and is made anew on the
// figures of then. Only what may have left already is never taken up again by itself.
import type { Because, Report, ReportDefinition, ReportScope } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { warn } from './warn.ts'

/** The slowest report seen takes seconds; a mail server may keep its answer for ten minutes (RFC 5321, 4.5.3.2.6). */
export const [holdMinutes, holdAtServerMinutes] = [3, 15] as const
/** A report whose making ends the process would end it for ever. */
export const mostAttempts = 5

export interface Claimed {
  id: string; claim: string; run_id: string; report_id: string; staff_id: string | null; address: string; name: string; language: string; scope: ReportScope | null; because: Because; message_key: string; attempts: number; asked: boolean; started_by: string | null
  trigger: 'clock' | 'hand'; definition: ReportDefinition; formats: Report['formats']; comment: string; period_from: Date; period_to: Date
}

export async function claimNext(tx: Tx, runId: string): Promise<Claimed | null> {
  const [row] = await tx.query<Claimed>(
    `update report_sending s set state = 'making', claim = $3, held_until = clock_timestamp() + make_interval(mins => ${holdMinutes}), attempts = s.attempts + 1, updated_at = clock_timestamp()
     from report_run r where s.org_id = $1 and r.org_id = s.org_id and r.id = s.run_id and s.id = (
       select c.id from report_sending c join report_run q on q.org_id = c.org_id and q.id = c.run_id
       where c.org_id = $1 and c.run_id = $2 and q.state = 'running' and c.send_after <= clock_timestamp() and (c.state = 'planned' or (c.state in ('making', 'made') and c.held_until < clock_timestamp()))
       order by c.send_after, c.id limit 1 for update of c skip locked)
     returning s.id, s.claim, s.run_id, s.report_id, s.staff_id, s.address, s.name, s.language, s.scope, s.because, s.message_key, s.attempts, s.asked, r.started_by, r.trigger, r.definition, r.formats, r.comment, r.period_from, r.period_to`,
    [tx.orgId, runId, newId()], 'claim-report-sending')
  return row ?? null
}

/** Whoever died after the end of the mail had left leaves one that is perhaps there: it is said so, and a person decides. What waits in a run that is being stopped is let go. */
export async function settleLeft(tx: Tx, runId: string): Promise<void> {
  const dead = await tx.query<{ report_id: string }>(
    `update report_sending set state = 'uncertain', claim = null, held_until = null, updated_at = clock_timestamp(), sent_at = coalesce(sent_at, updated_at), detail = 'The program stopped while the mail server took it: it may have arrived. Ask before you send it again.'
     where org_id = $1 and run_id = $2 and state = 'sending' and held_until < clock_timestamp() returning report_id`, [tx.orgId, runId], 'report-sendings-of-the-dead')
  if (dead[0] !== undefined) await warn(tx, 'uncertain', { reportId: dead[0].report_id, runId })
  await tx.query(
    `update report_sending s set state = 'stopped', claim = null, held_until = null, updated_at = clock_timestamp()
     where s.org_id = $1 and s.run_id = $2 and (s.state = 'planned' or (s.state in ('making', 'made') and s.held_until < clock_timestamp())) and exists (select from report_run r where r.org_id = s.org_id and r.id = s.run_id and r.state = 'stopping')`, [tx.orgId, runId], 'let-go-of-report-sendings')
}

/** Counted as leaving just before the mail server gets the end of it. False: stopped meanwhile, or taken over by somebody else. */
export async function allowToLeave(tx: Tx, id: string, claim: string): Promise<boolean> {
  const left = await tx.query(
    `update report_sending s set state = 'sending', held_until = clock_timestamp() + make_interval(mins => ${holdAtServerMinutes}), updated_at = clock_timestamp()
     where s.org_id = $1 and s.id = $2 and s.claim = $3 and s.state = 'made' and exists (select from report_run r where r.org_id = s.org_id and r.id = s.run_id and r.state = 'running') returning s.id`, [tx.orgId, id, claim], 'report-leaves')
  return left.length > 0
}
