// What the organization taught, as the newest learning left it: each process keeps it in memory and looks, with every use, whether there is
// a newer one.
import type { Adjustment, TopicModel } from '@kontuar/sentiment'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Taught } from '../read-text.ts'

interface Kept { at: string; model: Adjustment | TopicModel }

/** Of so many organizations the models stay in memory: some hundred KB each. */
const keptOrganizations = 50
const kept = new Map<number, Map<string, Kept>>()

/** @param topics whether they are wanted */
export async function readTaught(tx: Tx, topics: boolean): Promise<Taught> {
  const known = kept.get(tx.orgId) ?? new Map<string, Kept>()
  const rows = await tx.query<{ name: string; at: string; model: Kept['model'] | null }>(
    `select name, at::text as at, case when name || ' ' || at::text = any ($2) then null else model end as model from learned where org_id = $1 and name in ('sentiment', 'topics')`,
    [tx.orgId, [...known].map(([name, { at }]) => `${name} ${at}`)], 'what-was-taught')
  const now = new Map(rows.map((row) => [row.name, row.model === null ? known.get(row.name)! : { at: row.at, model: row.model }]))
  kept.delete(tx.orgId)
  kept.set(tx.orgId, now)
  if (kept.size > keptOrganizations) kept.delete(kept.keys().next().value!)
  return { adjustment: ofThisVersion<Adjustment>(now.get('sentiment')), topics: topics ? ofThisVersion<TopicModel>(now.get('topics')) : null }
}

/** What an older program learnt another way is learnt anew in the night; until then it is left aside. */
const ofThisVersion = <M extends Adjustment | TopicModel>(found: Kept | undefined): M | null => (found?.model.version === 1 ? found.model as M : null)
