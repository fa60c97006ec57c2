// Warnings over HTTP.
import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { patiently } from '../metrics/patiently.ts'
import { changeWarning } from './commands/change-warning.ts'
import { makeWarningTask } from './commands/make-warning-task.ts'
import { getWarning, listWarnings } from './list-warnings.ts'
import { replayWarnings } from './replay.ts'
import { changeWarningSettings, getWarningSettings } from './settings.ts'

export function warningRoutes(implement: Implement, { db }: Platform) {
  implement(contract.listWarnings, ({ actor, query }) => db.read(actor.orgId, (tx) => listWarnings(tx, actor, query)))
  implement(contract.getWarning, ({ actor, params }) => db.read(actor.orgId, (tx) => getWarning(tx, actor, params.id)))
  implement(contract.changeWarning, ({ actor, params, body }) => db.write(actor.orgId, (tx) => changeWarning(tx, actor, params.id, body)))
  implement(contract.makeWarningTask, ({ actor, params, body }) => db.write(actor.orgId, (tx) => makeWarningTask(tx, actor, params.id, body)))
  implement(contract.getWarningSettings, ({ actor }) => db.read(actor.orgId, getWarningSettings))
  implement(contract.changeWarningSettings, ({ actor, body }) => db.write(actor.orgId, (tx) => changeWarningSettings(tx, actor, body)))
  implement(contract.replayWarnings, ({ actor, body }) => patiently(() => replayWarnings(db, actor, body)))
}
