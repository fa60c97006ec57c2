// The ledger of tellings, who is told of what, and the places alerts go to besides.
import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeDestination, createDestination } from './destinations/commands/save-destination.ts'
import { tryDestination } from './destinations/commands/try-destination.ts'
import { listDestinations } from './destinations/list-destinations.ts'
import { listDeliveries } from './ledger/list-deliveries.ts'
import { listReach } from './ledger/list-reach.ts'

export function tellingRoutes(implement: Implement, platform: Platform) {
  const { db } = platform
  implement(contract.listAlertDeliveries, ({ actor, query }) => db.read(actor.orgId, (tx) => listDeliveries(tx, query)))
  implement(contract.listAlertReach, ({ actor, query }) => db.read(actor.orgId, (tx) => listReach(tx, query)))
  implement(contract.listAlertDestinations, ({ actor }) => db.read(actor.orgId, listDestinations))
  implement(contract.createAlertDestination, ({ actor, body }) => db.write(actor.orgId, (tx) => createDestination(tx, platform, actor, body)))
  implement(contract.changeAlertDestination, ({ actor, params, body }) => db.write(actor.orgId, (tx) => changeDestination(tx, platform, actor, params.id, body)))
  implement(contract.tryAlertDestination, ({ actor, params }) => tryDestination(platform, actor.orgId, params.id))
}
