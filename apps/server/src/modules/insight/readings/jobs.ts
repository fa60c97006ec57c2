// Background work of readings.
import type { Job } from '../../../platform/jobs/define.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Asking } from './endpoint/order-asking.ts'
import { readByEndpoint } from './endpoint/read-by-endpoint.ts'
import { orderPastReading, readPastChunk, type PastReading } from './keep/read-past.ts'
import { learn, orderLearning, type Subject } from './learning/learn.ts'
import { lookAtTopics as look } from './learning/look-at-topics.ts'

export const readPast = ({ db }: Platform): Job<{ orgId: number } & PastReading> => ({
  name: 'insight.readPast',
  handle: ({ orgId, ...past }) => db.write(orgId, (tx) => readPastChunk(tx, past)),
})

export const askEndpoint = (platform: Platform): Job<{ orgId: number } & Asking> => ({
  name: 'insight.askEndpoint',
  handle: ({ orgId, ...asking }) => readByEndpoint(platform, orgId, asking),
})

export const learnReadings = ({ db }: Platform): Job<{ orgId: number; what: Subject }> => ({
  name: 'insight.learnReadings',
  handle: ({ orgId, what }) => learn(db, orgId, what),
})

/** Each hour: topics where many tickets have been sorted since. */
export const lookAtTopics = (platform: Platform): Job => ({ name: 'insight.lookAtTopics', handle: () => forEvery(platform, look) })

/** Each night: everything learnt anew, so that what an update reads otherwise is learnt on top of what it reads now. */
export const learnInTheNight = (platform: Platform): Job => ({
  name: 'insight.learnInTheNight',
  handle: () => forEvery(platform, async (tx) => {
    const [worth] = await tx.query<{ corrections: boolean; sorted: boolean }>(
      'select exists (select from reading_correction where org_id = $1) as corrections, exists (select from ticket where org_id = $1 and reason_id is not null) as sorted', [tx.orgId], 'worth-learning')
    if (worth!.corrections) orderLearning(tx, 'sentiment')
    if (worth!.sorted) orderLearning(tx, 'topics')
  }),
})

/** At the start and each hour: organizations whose diary is older than the reading of it, once each. */
export const furnishReadings = (platform: Platform): Job => ({
  name: 'insight.furnishReadings',
  handle: () => forEvery(platform, async (tx) => {
    const [begun] = await tx.query(
      `insert into reading_setting as s (org_id, definition) values ($1, jsonb_build_object('pastOrderedAt', clock_timestamp()))
       on conflict (org_id) do update set definition = s.definition || excluded.definition where not s.definition ? 'pastOrderedAt' returning 1`, [tx.orgId], 'note-past-ordered')
    if (begun !== undefined) orderPastReading(tx)
  }),
})

async function forEvery({ db }: Platform, work: (tx: Tx) => Promise<void>): Promise<void> {
  for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from every_org() org_id', [], 'every-org')) await db.write(orgId, work)
}
