import { changeQueue as changeRoute, createQueue as createRoute, listQueues as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeQueue } from './commands/change-queue.ts'
import { createQueue } from './commands/create-queue.ts'
import { presentQueue } from './present-queue.ts'
import { listQueueRows } from './queries.ts'

export function queueRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, async ({ actor }) => ({ items: (await db.read(actor.orgId, listQueueRows)).map(presentQueue), next: null }))
  implement(createRoute, async ({ actor, body }) => presentQueue(await db.write(actor.orgId, (tx) => createQueue(tx, actor, body))))
  implement(changeRoute, async ({ actor, params, body }) => presentQueue(await db.write(actor.orgId, (tx) => changeQueue(tx, actor, params.id, body))))
}
