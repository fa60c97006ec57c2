// Back-tests over HTTP.
import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getBackTest, startBackTest, stopBackTest } from './start-back-test.ts'

export function backTestRoutes(implement: Implement, { db }: Platform) {
  implement(contract.startBackTest, ({ actor, body }) => startBackTest(db, actor, body))
  implement(contract.getBackTest, ({ actor, params }) => db.read(actor.orgId, (tx) => getBackTest(tx, actor, params.id)))
  implement(contract.stopBackTest, ({ actor, params }) => db.write(actor.orgId, (tx) => stopBackTest(tx, actor, params.id)))
}
