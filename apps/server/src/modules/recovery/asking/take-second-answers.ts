/*
 * What the customer said to the second question. A "no" opens the loop again for its owner, once; taken back or corrected to "yes" it is
 * closed as it was, as long as nobody has done anything since. Recomputed from the answer as it stands, so that events may come twice.
 */
import type { SurveyDefinition, Values } from '@kontuar/survey'
import type { Tx } from '../../../platform/db/database.ts'
import { notify } from '../../notifications/index.ts'
import { deriveComingBack } from '../coming-back/derive-coming-back.ts'
import { appendHistory, entryOf, type HistoryEntry } from '../history.ts'
import { publishRecovery } from '../publish-recovery.ts'
import { saidSolved } from './said-solved.ts'

interface Row {
  recovery_id: string; n: number; invitation_id: string; answer_id: string; invalid: boolean; values: Values; definition: SurveyDefinition
  before: boolean | null; before_answer: string | null
}
interface Loop { id: string; customer_id: string; ticket_id: string | null; answer_id: string; owner_id: string | null; invitation_id: string | null; closed_at: Date | null; closed_by: string | null; closed_as: string | null; history: HistoryEntry[] }

export async function takeSecondAnswers(tx: Tx, answerIds: readonly string[], now: Date = new Date()): Promise<void> {
  const asked = await tx.query<{ recovery_id: string }>(
    'select k.recovery_id from answer a join recovery_asking k on k.org_id = a.org_id and k.invitation_id = a.invitation_id where a.org_id = $1 and a.id = any ($2) order by 1', [tx.orgId, answerIds], 'recoveries-of-second-answers')
  for (const id of new Set(asked.map((r) => r.recovery_id))) await takeOf(tx, id, answerIds, now)
}

async function takeOf(tx: Tx, recoveryId: string, answerIds: readonly string[], now: Date): Promise<void> {
  const [loop] = await tx.query<Loop>('select id, customer_id, ticket_id, answer_id, owner_id, invitation_id, closed_at, closed_by, closed_as, history from recovery where org_id = $1 and id = $2 for update', [tx.orgId, recoveryId], 'lock-asked-recovery')
  // Read behind the lock: of two workers the second sees what the first has done.
  const rows = await tx.query<Row>(
    `select k.recovery_id, k.n, k.invitation_id, a.id as answer_id, a.invalid_at is not null as invalid, a.values, v.definition, k.recovered as before, k.answer_id as before_answer
     from recovery_asking k join answer a on a.org_id = k.org_id and a.invitation_id = k.invitation_id join survey_version v on v.org_id = a.org_id and v.survey_id = a.survey_id and v.version = a.version
     where k.org_id = $1 and k.recovery_id = $2 and a.id = any ($3) order by k.n`, [tx.orgId, recoveryId, answerIds], 'second-answers')
  let changed = false
  for (const row of rows) {
    const said = row.invalid ? null : saidSolved(row.definition, row.values)
    if (said === row.before && row.before_answer === row.answer_id) continue
    changed = true
    await tx.query('update recovery_asking set answer_id = $4, recovered = $5 where org_id = $1 and recovery_id = $2 and n = $3', [tx.orgId, recoveryId, row.n, row.answer_id, said], 'keep-second-answer')
    if (said === row.before) continue
    if (said === false) await openAgain(tx, loop!, row, now)
    else await closeAgain(tx, loop!, row, said, now)
  }
  if (!changed) return
  await tx.query(
    `update recovery r set (second_answer_id, recovered) = (select k.answer_id, k.recovered from recovery_asking k where k.org_id = r.org_id and k.recovery_id = r.id and k.answer_id is not null order by k.recovered is null, k.n desc limit 1), updated_at = now()
     where r.org_id = $1 and r.id = $2`, [tx.orgId, recoveryId], 'recovered-or-not')
  await deriveComingBack(tx, [loop!.customer_id])
  publishRecovery(tx, 'recovery.recoveryChanged', loop!)
}

/** Of the asking that closed it last; an older "no" has been worked on already. */
async function openAgain(tx: Tx, loop: Loop, { invitation_id, answer_id }: Row, now: Date): Promise<void> {
  const reopens = loop.closed_at !== null && loop.closed_as === 'solved' && loop.invitation_id === invitation_id
  await appendHistory(tx, loop.id, entryOf('said-not-solved', null, { answerId: answer_id, ...(reopens ? { closedAt: loop.closed_at!.toISOString(), closedBy: loop.closed_by } : {}) }, now))
  if (!reopens) return
  await tx.query('update recovery set closed_at = null, closed_by = null, closed_as = null where org_id = $1 and id = $2', [tx.orgId, loop.id], 'customer-says-no')
  if (loop.owner_id !== null) await notify(tx, [{ staffId: loop.owner_id, kind: 'recovery', dedupeKey: `recovery-again:${loop.id}:${answer_id}`, ticketId: loop.ticket_id, detail: { recoveryId: loop.id, again: true } }], now)
}

async function closeAgain(tx: Tx, loop: Loop, { answer_id }: Row, said: true | null, now: Date): Promise<void> {
  const last = loop.history.at(-1)
  const closed = last?.what === 'said-not-solved' && last.detail?.['answerId'] === answer_id ? last.detail : null
  if (closed !== null && loop.closed_at === null && typeof closed['closedAt'] === 'string') {
    await tx.query(`update recovery set closed_at = $3, closed_by = $4, closed_as = 'solved' where org_id = $1 and id = $2`, [tx.orgId, loop.id, closed['closedAt'], closed['closedBy'] ?? null], 'customer-says-yes-after-all')
  }
  if (said === true) await appendHistory(tx, loop.id, entryOf('said-solved', null, { answerId: answer_id }, now))
}
