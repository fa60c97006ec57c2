/*
 * All facts derived anew, chunk by chunk: each one with the job of the next in its transaction, so that it may be killed anywhere and goes
 * on where it was. What comes out is what the subscribers have noted, if they have noted all: only differences are written. So it also fills
 * the facts of an organization that was there before them.
 */
import type { Tx } from '../../../../platform/db/database.ts'
import type { SubjectKind } from '../keep/ask-for.ts'
import { deriveSubjects } from '../keep/derive-facts.ts'
import { orderRecount, type Recount, type Walk } from './order-recount.ts'

const chunk = 200
const first = '00000000-0000-0000-0000-000000000000'

/** In this order, so that the biggest part comes first. */
const everything: readonly Walk[] = ['tickets', 'answers', 'invitations', 'presence', 'outside', 'recoveries']

interface Road { kind: SubjectKind; ids: string }
const merged = `(select r.id from reason r where r.org_id = $1 and (r.id = $4::uuid or r.merged_into_id = $4::uuid))`
/** $2: after; $3, $4: the survey, the reason asked for. */
const roads: Record<Exclude<Walk, 'all' | 'reason'>, Road> = {
  tickets: { kind: 'ticket', ids: `select id from ticket where org_id = $1 and id > $2 and $3::uuid is null and ($4::uuid is null or exists (select from fact f where f.org_id = $1 and f.subject_id = ticket.id and f.reason_id in ${merged}) or reason_id in ${merged})` },
  answers: { kind: 'answer', ids: `select id from answer where org_id = $1 and id > $2 and ($3::uuid is null or survey_id = $3) and ($4::uuid is null or reason_id in ${merged})` },
  invitations: { kind: 'invitation', ids: `select id from survey_invitation where org_id = $1 and id > $2 and ($3::uuid is null or survey_id = $3) and ($4::uuid is null or reason_id in ${merged})` },
  presence: { kind: 'at-work', ids: 'select id from presence_stay where org_id = $1 and id > $2 and $3::uuid is null and $4::uuid is null' },
  outside: { kind: 'outside', ids: 'select id from outside_count where org_id = $1 and id > $2 and $3::uuid is null and $4::uuid is null' },
  recoveries: { kind: 'recovery', ids: `select id from recovery where org_id = $1 and id > $2 and $3::uuid is null and ($4::uuid is null or reason_id in ${merged})` },
}

export async function recountChunk(tx: Tx, { walk, surveyId, reasonId, after }: Recount): Promise<void> {
  if (walk === 'all' || walk === 'reason') {
    for (const part of walk === 'all' ? everything : (['tickets', 'answers', 'invitations', 'recoveries'] as const)) orderRecount(tx, { walk: part, ...(reasonId === undefined ? {} : { reasonId }) })
    return
  }
  const { kind, ids } = roads[walk]
  const rows = await tx.query<{ id: string }>(`${ids} order by id limit ${chunk}`, [tx.orgId, after ?? first, surveyId ?? null, reasonId ?? null], `recount-${walk}`)
  await deriveSubjects(tx, (of) => (of === kind ? rows.map((r) => r.id) : []))
  if (rows.length === chunk) orderRecount(tx, { walk, ...(surveyId === undefined ? {} : { surveyId }), ...(reasonId === undefined ? {} : { reasonId }), after: rows.at(-1)!.id })
}
