// A first glance before a rule is saved: the last four weeks, for a few seconds. Who would be told more often than people bear is named, and the
// rule is saved only when it is asked for again.
import type { AlertDeliveryWish, AlertRuleDefinition } from '@kontuar/contracts'
import type { Database } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { pastAlarms } from './past-alarms.ts'
import { bornePerWeek, whoWouldBeTold } from './who-would-be-told.ts'
import { WalkEnded, type Walk } from './walk.ts'

const weeks = 4
/** Whoever saves waits no longer; what could not be looked at by then is no reason against a rule. */
const patienceMs = 3000

/** @throws Refusal `noisy-rule` with its figures */
export async function refuseNoisy(db: Database, orgId: number, definition: AlertRuleDefinition, delivery: AlertDeliveryWish, now = new Date()): Promise<void> {
  const began = performance.now()
  const over: Walk = {
    from: now.getTime() - weeks * 7 * 86_400_000, to: now.getTime(), gathered: null, keep: () => Promise.resolve(),
    step: () => (performance.now() - began > patienceMs ? Promise.reject(new WalkEnded()) : Promise.resolve()),
  }
  try {
    const { firings } = await pastAlarms(db, orgId, definition, over, 'coarse')
    const { noisyFor, people } = await db.report(orgId, (tx) => whoWouldBeTold(tx, firings.filter((f) => !f.noData), delivery, weeks))
    if (noisyFor === null) return
    const { perWeek } = people[0]!
    const shown = perWeek.toFixed(perWeek < 10 ? 1 : 0)
    throw new Refusal('noisy-rule', `In the last ${weeks} weeks this rule would have told ${noisyFor} of ${shown} alarms a week (${firings.length} in all); more than ${bornePerWeek} a week are soon overlooked. Narrow its conditions, ask for more of it, or tell it once a day; or save it all the same with "evenIfNoisy".`,
      { perWeek: shown, alarms: String(firings.length), noisyFor })
  } catch (error) {
    if (!(error instanceof WalkEnded)) throw error
  }
}
