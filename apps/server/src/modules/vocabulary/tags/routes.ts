import { changeTag as changeRoute, createTag as createRoute, listTags as listRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { changeTag } from './commands/change-tag.ts'
import { createTag } from './commands/create-tag.ts'
import { getTag, readTags } from './queries.ts'

export function tagRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, async ({ actor }) => ({ items: await db.read(actor.orgId, readTags), next: null }))
  implement(createRoute, ({ actor, body }) => db.write(actor.orgId, async (tx) => getTag(tx, await createTag(tx, actor, body))))
  implement(changeRoute, ({ actor, params, body }) => db.write(actor.orgId, async (tx) => {
    await changeTag(tx, actor, params.id, body)
    return getTag(tx, params.id)
  }))
}
