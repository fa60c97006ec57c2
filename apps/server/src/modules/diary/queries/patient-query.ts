// Questions that no index answers: allowed, but not without end. One that reads too far is refused with advice instead of
// holding a connection and everybody behind it.
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

const patienceMs = 3000
/** PostgreSQL's query_canceled. */
const canceled = (error: unknown) => (error as { code?: unknown }).code === '57014'

/**
 * For a statement whose road is chosen already: one plan for all values, made of index walks. Without this the planner
 * plans it anew each time, which costs more than the page, or reads a whole table where its figures are old.
 */
export const oneRoad = `set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off`

/** For a statement whose best road depends on what is asked: parsed once, planned for its values each time. */
export const manyRoads = `set local plan_cache_mode = force_custom_plan; set local enable_seqscan = default; set local enable_hashjoin = default; set local enable_mergejoin = default`

/**
 * The rest of the transaction is held to the same time for each statement.
 * @param settings further ones for it; trusted text
 * @throws Refusal `cannot-do`
 */
export async function askPatiently<T>(tx: Tx, ask: () => Promise<T>, milliseconds = patienceMs, settings = ''): Promise<T> {
  const bounded = tx.query(`set local statement_timeout = ${Math.round(milliseconds)}${settings === '' ? '' : `; ${settings}`}`)
  bounded.catch(() => {})
  try {
    return await ask()
  } catch (error) {
    if (canceled(error)) throw new Refusal('cannot-do', 'This question reads too many tickets to be answered at once: add a status, a queue, an owner or a time, or save it as a view, which opens at once when it has been counted.')
    throw error
  }
}
