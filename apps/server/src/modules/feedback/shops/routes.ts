import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeShopSource, createShopSource } from './change-shop-source.ts'
import { getPurchase, listPurchases } from './purchase-row.ts'
import { checkPurchase } from './rules/check-purchase.ts'
import { getShopSource, listShopSources } from './shop-source-row.ts'
import { takePurchases } from './take-purchases.ts'

export function shopRoutes(implement: Implement, { db, crypto, publicUrl }: Platform) {
  implement(contract.listPurchases, ({ actor, query }) => db.read(actor.orgId, (tx) => listPurchases(tx, query)))
  implement(contract.createPurchase, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    const [taken] = await takePurchases(tx, { key: 'api', locationId: null }, [checkPurchase(body, new Date())])
    if (taken!.outcome === 'refused') throw new Refusal('invalid-input', taken!.sentence, taken!.fields)
    return getPurchase(tx, taken!.id)
  }))
  implement(contract.listShopSources, ({ actor }) => db.read(actor.orgId, (tx) => listShopSources(tx, publicUrl())))
  implement(contract.createShopSource, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    const { id, secret } = await createShopSource(tx, actor, crypto, body)
    return getShopSource(tx, id, publicUrl(), secret)
  }))
  implement(contract.changeShopSource, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    const secret = await changeShopSource(tx, actor, crypto, params.id, body)
    return getShopSource(tx, params.id, publicUrl(), secret)
  }))
}
