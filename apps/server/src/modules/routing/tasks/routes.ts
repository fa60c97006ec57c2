import * as contract from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeTask } from './change-task.ts'
import { createTask } from './create-task.ts'
import { getTask, listTasks } from './list-tasks.ts'
import { changeTaskSettings, readTaskSettings } from './settings/task-settings.ts'

export function taskRoutes(implement: Implement, { db }: Platform) {
  implement(contract.listTasks, ({ actor, query }) => db.read(actor.orgId, (tx) => listTasks(tx, query, actor.staffId)))
  implement(contract.getTask, ({ actor, params }) => db.read(actor.orgId, (tx) => getTask(tx, params.id)))
  implement(contract.createTask, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    // Without an owner and a queue nobody would see it in their day.
    const ownerId = body.ownerId === undefined && !body.queueId ? actor.staffId : body.ownerId
    return getTask(tx, await createTask(tx, { ...body, ownerId, createdBy: actor.staffId }))
  }))
  implement(contract.changeTask, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeTask(tx, actor.staffId, params.id, body)
    return getTask(tx, params.id)
  }))
  implement(contract.getTaskSettings, async ({ actor }) => (await db.read(actor.orgId, (tx) => readTaskSettings(tx))).settings)
  implement(contract.changeTaskSettings, ({ actor, body }) => db.write(actor.orgId, (tx) => changeTaskSettings(tx, actor, body)))
}
