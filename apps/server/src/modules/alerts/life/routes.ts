// Alerts over HTTP.
import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { acknowledgeAlert } from './commands/acknowledge.ts'
import { makeAlertTask } from './commands/make-task.ts'
import { reopenAlert } from './commands/reopen.ts'
import { resolveAlert } from './commands/resolve.ts'
import { countAlerts, listAlerts } from './list-alerts.ts'
import { getStory } from './story.ts'

export function alertRoutes(implement: Implement, { db }: Platform) {
  implement(contract.listAlerts, ({ actor, query }) => db.read(actor.orgId, (tx) => listAlerts(tx, actor, query)))
  implement(contract.countAlerts, ({ actor }) => db.read(actor.orgId, (tx) => countAlerts(tx, actor)))
  implement(contract.getAlert, ({ actor, params, query }) => db.read(actor.orgId, (tx) => getStory(tx, actor, params.id, query.language)))
  implement(contract.acknowledgeAlert, ({ actor, params }) => db.write(actor.orgId, (tx) => acknowledgeAlert(tx, actor, params.id)))
  implement(contract.resolveAlert, ({ actor, params, body }) => db.write(actor.orgId, (tx) => resolveAlert(tx, actor, params.id, body)))
  implement(contract.reopenAlert, ({ actor, params }) => db.write(actor.orgId, (tx) => reopenAlert(tx, actor, params.id)))
  implement(contract.makeAlertTask, ({ actor, params, body }) => db.write(actor.orgId, (tx) => makeAlertTask(tx, actor, params.id, body)))
}
