import { changeTask as changeRoute, createTask as createRoute, listTasks as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeTask } from './change-task.ts'
import { createTask } from './create-task.ts'
import { getTask, listTasks } from './list-tasks.ts'

export function taskRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, ({ actor, query }) => db.read(actor.orgId, (tx) => listTasks(tx, query, actor.staffId)))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    // Without an owner and a queue nobody would see it in their day.
    const ownerId = body.ownerId === undefined && !body.queueId ? actor.staffId : body.ownerId
    return getTask(tx, await createTask(tx, { ...body, ownerId, createdBy: actor.staffId }))
  }))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeTask(tx, actor.staffId, params.id, body)
    return getTask(tx, params.id)
  }))
}
