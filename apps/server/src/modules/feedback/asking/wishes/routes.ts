import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../../platform/http/implement.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { changeAskingWish, getAskingWish } from './asking-wish.ts'

export function wishRoutes(implement: Implement, { db }: Platform) {
  implement(contract.getAskingWish, ({ actor, params }) => db.read(actor.orgId, (tx) => getAskingWish(tx, params.id)))
  implement(contract.changeAskingWish, ({ actor, params, body }) => db.write(actor.orgId, (tx) => changeAskingWish(tx, actor, params.id, body)))
}
