// Works through the subjects whose facts may have changed, many in one transaction. Each leaves the table in the transaction that brings
// its facts in line: a worker killed in between has done neither.
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { workThrough } from '../../../../platform/jobs/work-through.ts'
import type { Log } from '../../../../platform/log.ts'
import type { SubjectKind } from './ask-for.ts'
import type { Difference } from './bring-in-line.ts'
import { deriveAnswers } from './derive-answers.ts'
import { deriveAtWork, deriveOutside } from './derive-at-work.ts'
import { deriveRecoveries } from './derive-recoveries.ts'
import { deriveTickets } from './derive-tickets.ts'

/** Some two thousand facts, and a tenth of a second. */
export const subjectsAtOnce = 200

interface Asked { id: number; kind: SubjectKind; subject_id: string; attempts: number }

/** Until none is due. */
export async function deriveFacts(db: Database, orgId: number, log: Log): Promise<void> {
  await workThrough<Asked>({
    atOnce: subjectsAtOnce,
    together: () => db.write(orgId, async (tx) => {
      const asked = await take(tx, subjectsAtOnce)
      await derive(tx, asked)
      return asked.length
    }),
    due: () => db.read(orgId, (tx) => tx.query(`select id, kind, subject_id, attempts from fact_to_derive where org_id = $1 and due_at <= clock_timestamp() order by id limit ${subjectsAtOnce}`, [orgId], 'due-facts')),
    alone: ({ id }) => db.write(orgId, async (tx) => derive(tx, await take(tx, 1, id))),
    putOff: ({ id }, minutes) => db.write(orgId, (tx) => tx.query(`update fact_to_derive set attempts = least(attempts + 1, 30), due_at = clock_timestamp() + $3 * interval '1 minute' where org_id = $1 and id = $2`, [orgId, id, minutes], 'put-off-facts')),
    failedTogether: (error) => log.warn({ orgId, err: error }, 'facts of several subjects could not be derived together, each is tried alone'),
    failedAlone: ({ kind, subject_id: subjectId }, error) => log.error({ orgId, kind, subjectId, err: error }, 'facts could not be derived, will be tried again'),
  })
}

const take = (tx: Tx, atMost: number, id: number | null = null) => tx.query<Asked>(
  `delete from fact_to_derive d using (select id from fact_to_derive where org_id = $1 and due_at <= clock_timestamp() and ($3::bigint is null or id = $3) order by id limit $2 for update skip locked) t
   where d.org_id = $1 and d.id = t.id returning d.id, d.kind, d.subject_id, d.attempts`, [tx.orgId, atMost, id], 'take-facts-to-derive')

async function derive(tx: Tx, asked: readonly Asked[]): Promise<void> {
  await deriveSubjects(tx, (kind) => [...new Set(asked.filter((a) => a.kind === kind).map((a) => a.subject_id))].sort())
}

/** Tells, once, whether anything came of it. */
export async function deriveSubjects(tx: Tx, of: (kind: SubjectKind) => string[]): Promise<void> {
  const differences: Difference[] = [await deriveTickets(tx, of('ticket')), await deriveAnswers(tx, of('answer'), of('invitation')), await deriveAtWork(tx, of('at-work')), await deriveOutside(tx, of('outside')), await deriveRecoveries(tx, of('recovery'))]
  if (differences.some((d) => d.added.length > 0 || d.takenBack.length > 0)) tx.publish({ name: 'insight.factsNoted', ids: {} })
}
