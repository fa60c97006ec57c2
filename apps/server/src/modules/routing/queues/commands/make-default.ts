import type { Tx } from '../../../../platform/db/database.ts'

/** There is one default queue at any moment. */
export async function makeDefault(tx: Tx, queueId: string): Promise<void> {
  const before = await tx.query<{ id: string }>('update queue set is_default = false where org_id = $1 and is_default and id <> $2 returning id', [tx.orgId, queueId], 'take-default')
  await tx.query('update queue set is_default = true where org_id = $1 and id = $2', [tx.orgId, queueId], 'give-default')
  for (const { id } of before) tx.publish({ name: 'routing.queueChanged', ids: { queueId: id } })
}
