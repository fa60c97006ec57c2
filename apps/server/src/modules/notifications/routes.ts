// What one is told, and how. Everybody sees and changes their own alone.
import {
  countNotifications, endPause as endPauseRoute, getNotificationSettings, listNotifications, listPauses as listPausesRoute, readNotifications, setNotificationSettings, setPause as setPauseRoute, subscribePush, tryPush, unsubscribePush,
} from '@kontuar/contracts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Platform } from '../../platform/platform.ts'
import { sendTrial, subscribe, unsubscribe } from './push/subscriptions.ts'
import { subjectOf, createVapid } from './push/vapid.ts'
import { countLimit, countUnread, listOwnNotifications, markRead } from './queries.ts'
import { endPause, listPauses, setPause } from './settings/pauses.ts'
import { getSettings, setSettings } from './settings/settings.ts'

const done = { ok: true } as const

export function notificationRoutes(implement: Implement, { db, crypto, config, publicUrl }: Platform) {
  const publicKey = () => createVapid(crypto, subjectOf(publicUrl())).publicKey

  implement(listNotifications, ({ actor, query }) => db.read(actor.orgId, (tx) => listOwnNotifications(tx, actor.staffId, query)))
  implement(countNotifications, async ({ actor }) => ({ unread: await db.read(actor.orgId, (tx) => countUnread(tx, actor.staffId)), limit: countLimit }))
  implement(readNotifications, async ({ actor, body }) => {
    await db.write(actor.orgId, (tx) => markRead(tx, actor.staffId, body))
    return done
  })
  implement(getNotificationSettings, ({ actor }) => db.read(actor.orgId, (tx) => getSettings(tx, actor.staffId, publicKey())))
  implement(setNotificationSettings, ({ actor, body }) => db.write(actor.orgId, async (tx) => {
    await setSettings(tx, actor.staffId, body)
    return getSettings(tx, actor.staffId, publicKey())
  }))
  implement(subscribePush, async ({ actor, body, request }) => ({ id: await db.write(actor.orgId, (tx) => subscribe(tx, actor.staffId, body, request.headers['user-agent'] ?? '', config.privatePush)) }))
  implement(unsubscribePush, async ({ actor, params }) => {
    await db.write(actor.orgId, (tx) => unsubscribe(tx, actor.staffId, params.id))
    return done
  })
  implement(listPausesRoute, async ({ actor }) => ({ items: await db.read(actor.orgId, (tx) => listPauses(tx, actor.staffId, new Date())), next: null }))
  implement(setPauseRoute, ({ actor, body }) => db.write(actor.orgId, (tx) => setPause(tx, actor.staffId, body, new Date())))
  implement(endPauseRoute, async ({ actor, params }) => {
    await db.write(actor.orgId, (tx) => endPause(tx, actor.staffId, params.subject))
    return done
  })
  implement(tryPush, async ({ actor }) => {
    await db.write(actor.orgId, (tx) => sendTrial(tx, actor.staffId, new Date()))
    return done
  })
}
