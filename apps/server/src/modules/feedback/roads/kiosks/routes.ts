import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../../platform/http/implement.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { changeKiosk, renewKiosk } from './change-kiosk.ts'
import { createKiosk } from './create-kiosk.ts'
import { getKiosk, listKiosks } from './kiosk-row.ts'

export function kioskRoutes(implement: Implement, { db, publicUrl }: Platform) {
  const addressOf = (token: string) => `${publicUrl()}/k/${token}`
  implement(contract.listKiosks, ({ actor, query }) => db.read(actor.orgId, (tx) => listKiosks(tx, query)))
  implement(contract.createKiosk, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    const { id, token } = await createKiosk(tx, actor, body)
    return getKiosk(tx, id, addressOf(token))
  }))
  implement(contract.changeKiosk, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeKiosk(tx, actor, params.id, body)
    return getKiosk(tx, params.id)
  }))
  implement(contract.renewKiosk, ({ actor, params }) => db.write(actor.orgId, async (tx) => {
    const token = await renewKiosk(tx, actor, params.id)
    return getKiosk(tx, params.id, addressOf(token))
  }))
}
