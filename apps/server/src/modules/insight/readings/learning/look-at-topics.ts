import type { Tx } from '../../../../platform/db/database.ts'
import { readSettings } from '../settings/read-settings.ts'
import { orderLearning } from './learn.ts'

/** Fewer sorted tickets than these change little; of many examples it takes a tenth. */
const fewest = 30

/** Topics are learnt anew once enough tickets with a reason have changed since the last time. */
export async function lookAtTopics(tx: Tx): Promise<void> {
  const { on, topics } = await readSettings(tx)
  if (!on || !topics) return
  const [learned] = await tx.query<{ at: string; examples: number }>(`select at::text as at, examples from learned where org_id = $1 and name = 'topics'`, [tx.orgId], 'topics-learnt')
  const enough = Math.max(fewest, Math.ceil((learned?.examples ?? 0) / 10))
  const [changed] = await tx.query<{ n: number }>(
    `select count(*)::int as n from (select from ticket where org_id = $1 and updated_at > $2::timestamptz and reason_id is not null limit $3) t`, [tx.orgId, learned?.at ?? '-infinity', enough], 'tickets-sorted-since')
  if (changed!.n >= enough) orderLearning(tx, 'topics')
}
