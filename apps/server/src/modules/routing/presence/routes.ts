import { changePresence as changeRoute, getMyPresence as getMineRoute, listPresence as listRoute, setMyPresence as setMineRoute } from '@kontuar/contracts'
import type { Implement } from '../../../platform/http/implement.ts'
import type { Platform } from '../../../platform/platform.ts'
import { presentPresence } from './present-presence.ts'
import { getPresenceRow, listPresenceRows } from './queries.ts'
import { setPresence } from './set-presence.ts'

export function presenceRoutes(implement: Implement, { db }: Platform) {
  implement(listRoute, async ({ actor }) => ({ items: (await db.read(actor.orgId, listPresenceRows)).map((row) => presentPresence(row)), next: null }))
  implement(getMineRoute, async ({ actor }) => presentPresence(await db.read(actor.orgId, (tx) => getPresenceRow(tx, actor.staffId))))
  implement(setMineRoute, async ({ actor, body }) => presentPresence(await db.write(actor.orgId, async (tx) => {
    await setPresence(tx, actor.staffId, body.state)
    return getPresenceRow(tx, actor.staffId)
  })))
  implement(changeRoute, async ({ actor, params, body }) => presentPresence(await db.write(actor.orgId, async (tx) => {
    await getPresenceRow(tx, params.id)
    await setPresence(tx, params.id, body.state)
    return getPresenceRow(tx, params.id)
  })))
}
