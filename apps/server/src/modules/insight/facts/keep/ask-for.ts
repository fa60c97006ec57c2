// Which subjects' facts may have changed, written down for the job that derives them. So many transactions cost one derivation, and a
// subject touched by ten of them is derived once.
import type { Tx } from '../../../../platform/db/database.ts'

export const subjectKinds = ['ticket', 'answer', 'invitation', 'at-work', 'outside', 'recovery'] as const
export type SubjectKind = (typeof subjectKinds)[number]
export interface Subject { kind: SubjectKind; id: string }

export async function askFor(tx: Tx, subjects: readonly Subject[]): Promise<void> {
  const unique = [...new Map(subjects.map((s) => [`${s.kind} ${s.id}`, s])).values()]
  if (unique.length === 0) return
  await tx.query('insert into fact_to_derive (org_id, kind, subject_id) select $1, s.kind, s.id from unnest($2::text[], $3::uuid[]) s (kind, id)', [tx.orgId, unique.map((s) => s.kind), unique.map((s) => s.id)], 'ask-for-facts')
  orderDerivation(tx)
}

/** One waiting job for each organization, however many order it. */
export const orderDerivation = (tx: Tx): void => tx.enqueue('insight.deriveFacts', {}, { key: `insight.deriveFacts ${tx.orgId}` })
