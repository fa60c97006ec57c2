// How service is counted from now on. What happened before stays counted as it was.
import type { InsightSettings } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { Actor } from '../../../../platform/http/actor.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { isId } from '../../../../platform/id.ts'
import { audit } from '../../../identity/index.ts'
import { usualSettings } from './read-settings.ts'

/** As they are now. */
export async function getSettings(tx: Tx): Promise<InsightSettings> {
  const [row] = await tx.query<{ definition: InsightSettings }>('select definition from insight_setting where org_id = $1 order by since desc limit 1', [tx.orgId], 'insight-settings')
  return row?.definition ?? usualSettings
}

/** @throws Refusal `invalid-input` for queues there are not */
export async function changeSettings(tx: Tx, actor: Actor, given: InsightSettings): Promise<InsightSettings> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' insight settings', 0))`, [tx.orgId], 'lock-insight-settings')
  const before = await getSettings(tx)
  const after: InsightSettings = { ...given, answerWithinByQueue: await checkQueues(tx, given.answerWithinByQueue) }
  const changes = Object.fromEntries((Object.keys(usualSettings) as (keyof InsightSettings)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, [before[name], after[name]]]))
  if (Object.keys(changes).length === 0) return before
  await tx.query('insert into insight_setting (org_id, since, definition, changed_by) values ($1, clock_timestamp(), $2, $3)', [tx.orgId, JSON.stringify(after), actor.staffId], 'change-insight-settings')
  await audit(tx, actor, 'insight.settingsChanged', { kind: 'organization', id: String(tx.orgId) }, changes)
  tx.publish({ name: 'insight.settingsChanged', ids: {} })
  return after
}

/** In the order of the queues' ids, so that the same settings read alike. */
async function checkQueues(tx: Tx, byQueue: InsightSettings['answerWithinByQueue']): Promise<InsightSettings['answerWithinByQueue']> {
  const given = Object.entries(byQueue).map(([id, seconds]) => [id.toLowerCase(), seconds] as const).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const ids = given.map(([id]) => id)
  const known = new Set((await tx.query<{ id: string }>('select id from queue where org_id = $1 and id = any ($2)', [tx.orgId, ids.filter(isId)], 'queues-to-answer-within')).map((r) => r.id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw new Refusal('invalid-input', 'One of the queues does not exist: choose from /queues.', { [`answerWithinByQueue.${unknown}`]: 'is no queue' })
  return Object.fromEntries(given)
}
