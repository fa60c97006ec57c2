// Asked for, looked at, stopped.
import type { AlertBackTest, BodyOf, startBackTest as startRoute } from '@kontuar/contracts'
import type { Database, Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { isId, newId } from '../../../platform/id.ts'
import { checkDefinition } from '../rules/check-definition.ts'
import { checkDelivery } from '../rules/check-delivery.ts'
import { refuseHeld } from '../rules/refuse-held.ts'
import { presentBackTest, type BackTestRow } from './present-back-test.ts'

/** Each reads much of the past. */
const mostRunning = 3
/** Nobody asks for older ones: what was found is soon another. */
const mostKept = 50

/** @throws Refusal `invalid-input`, `not-allowed`, `cannot-do` */
export async function startBackTest(db: Database, actor: Actor, given: BodyOf<typeof startRoute>, now = new Date()): Promise<AlertBackTest> {
  refuseHeld(actor)
  const definition = await db.report(actor.orgId, (tx) => checkDefinition(tx, given.definition))
  return db.write(actor.orgId, async (tx) => {
    const delivery = given.delivery === undefined ? null : await checkDelivery(tx, given.delivery)
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' alert back-tests', 0))`, [tx.orgId], 'lock-back-tests')
    const [{ n } = { n: 0 }] = await tx.query<{ n: number }>(`select count(*)::int as n from alert_back_test where org_id = $1 and state = 'running'`, [tx.orgId], 'count-back-tests')
    if (n >= mostRunning) throw new Refusal('cannot-do', `${mostRunning} back-tests are running already: wait for one, or stop one.`)
    const id = newId()
    await tx.query('insert into alert_back_test (org_id, id, asked_by, definition, delivery, months, until) values ($1, $2, $3, $4, $5, $6, $7)', [tx.orgId, id, actor.staffId, JSON.stringify(definition), delivery === null ? null : JSON.stringify(delivery), given.months ?? 6, now], 'start-back-test')
    await tx.query(`delete from alert_back_test where org_id = $1 and state <> 'running' and id not in (select id from alert_back_test where org_id = $1 order by created_at desc limit ${mostKept})`, [tx.orgId], 'forget-back-tests')
    tx.enqueue('alerts.backTest', { backTestId: id }, { maxAttempts: 3 })
    return getBackTest(tx, actor, id)
  })
}

/** @throws Refusal `not-found`, `not-allowed` */
export async function getBackTest(tx: Tx, actor: Actor, id: string): Promise<AlertBackTest> {
  refuseHeld(actor)
  const [row] = isId(id) ? await tx.query<BackTestRow>('select id, state, done_share::float8 as done, detail, result, created_at from alert_back_test where org_id = $1 and id = $2', [tx.orgId, id], 'get-back-test') : []
  if (row === undefined) throw notFound('back-test')
  return presentBackTest(tx, row)
}

/** One that has ended stays as it ended. @throws Refusal `not-found`, `not-allowed` */
export async function stopBackTest(tx: Tx, actor: Actor, id: string): Promise<AlertBackTest> {
  refuseHeld(actor)
  if (isId(id)) await tx.query(`update alert_back_test set state = 'stopped', gathered = null, ended_at = now() where org_id = $1 and id = $2 and state = 'running'`, [tx.orgId, id], 'stop-back-test')
  return getBackTest(tx, actor, id)
}
