// Every hour: rules on figures and on silence. What is read is of one moment; what has become of each place, what fires, and up to when was
// looked is written in one transaction, so that a look that was killed has not happened. One rule after the other: one that cannot be looked at
// holds up no other.
import type { Database } from '../../../../platform/db/database.ts'
import type { Job } from '../../../../platform/jobs/define.ts'
import type { Log } from '../../../../platform/log.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { areFactsBehind } from '../../../insight/index.ts'
import { raise, settle } from '../../life/index.ts'
import { knownRules } from '../compile/known-rules.ts'
import { keepMemories, lockMemories, ofRule, type Memory } from '../memory.ts'
import { lookAtFigure } from './look-at-figure.ts'
import { lookAtSilence } from './look-at-silence.ts'
import type { Found } from './found.ts'

/** A tick of the schedule: a job for each organization that has rules. */
export const orderLooks = ({ db }: Platform): Job => ({
  name: 'alerts.orderLooks',
  async handle() {
    for (const { org_id: orgId } of await db.query<{ org_id: number }>('select org_id from organizations_with_alert_rules()', [], 'organizations-with-alert-rules')) {
      await db.write(orgId, async (tx) => tx.enqueue('alerts.lookAtFigures', {}, { key: `alerts.lookAtFigures ${orgId}` }))
    }
  },
})

export const lookAtFigures = ({ db, log }: Platform): Job => ({
  name: 'alerts.lookAtFigures',
  handle: ({ orgId }) => look(db, orgId, new Date(), log),
})

/** @param now for tests */
export async function look(db: Database, orgId: number, now: Date, log: Pick<Log, 'error'>): Promise<void> {
  const [rules, behind] = await db.read(orgId, async (tx) => [await knownRules(tx), await areFactsBehind(tx, now)])
  // Facts that were not derived yet would look like a fall; the hour is made up later.
  if (rules === null || behind) return
  const failed: unknown[] = []
  for (const rule of [...rules.figures, ...rules.silences]) {
    try {
      const found = rule.definition.kind === 'figure' ? await lookAtFigure(db, orgId, rule as Parameters<typeof lookAtFigure>[2], now) : await lookAtSilence(db, orgId, rule as Parameters<typeof lookAtSilence>[2], rules.zone, now)
      if (found !== null) await keep(db, orgId, found)
    } catch (error) {
      // A metric that is gone: managers are told (rules/problems).
      if (error instanceof Refusal) continue
      log.error({ orgId, ruleId: rule.id, err: error }, 'an alert rule could not be looked at')
      failed.push(error)
    }
  }
  // The job is tried again; rules that were looked at are not looked at twice.
  if (failed.length > 0) throw failed[0]
}

/** Unless somebody else has looked meanwhile: what they found stands. */
const keep = (db: Database, orgId: number, { ruleId, version, before, until, memories, firings, settled }: Found): Promise<void> => db.write(orgId, async (tx) => {
  const [whole] = await lockMemories(tx, [{ ruleId, version, place: ofRule }])
  if (whole === undefined || whole.lookedAt !== before) return
  const kept: Memory<unknown>[] = memories.map(([place, memory]) => ({ ruleId, version, place, memory, lookedAt: until }))
  await keepMemories(tx, [...kept, { ...whole, memory: null, lookedAt: until }])
  // Tick by tick: what fired again after it had come back is another alert.
  const ticks = [...new Set([...firings, ...settled].map(({ at }) => at.getTime()))].sort((a, b) => a - b)
  for (const tick of ticks) {
    await raise(tx, firings.filter(({ at }) => at.getTime() === tick))
    await settle(tx, settled.filter(({ at }) => at.getTime() === tick))
  }
})
