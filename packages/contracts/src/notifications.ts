// What the workspace tells its people: in the app, by browser push, as a digest by mail.
import { Type, type Static } from 'typebox'
import { ById, Done, Id, Instant, PageQuery, nullable, oneOf, page } from './shapes.ts'
import { route } from './route.ts'

const closed = { additionalProperties: false } as const
export const notificationKinds = ['assigned', 'mentioned', 'customer-answered', 'sla-warning', 'sla-breach', 'escalation', 'legal-reminder', 'task-due', 'given-back', 'task-late', 'alert', 'recovery', 'report'] as const
export const NotificationKind = oneOf(...notificationKinds)
export type NotificationKind = Static<typeof NotificationKind>

export const Notification = Type.Object({
  id: Id, kind: NotificationKind, ticketId: nullable(Id), ticketNumber: nullable(Type.Integer()), ticketSubject: nullable(Type.String()), interactionId: nullable(Id),
  detail: Type.Record(Type.String(), Type.Unknown()), taskTitle: nullable(Type.String({ description: 'Of a notification about a task that the reader sees.' })), urgent: Type.Boolean(), at: Instant, readAt: nullable(Instant),
})
export type Notification = Static<typeof Notification>
const Roads = Type.Object({ app: Type.Boolean(), push: Type.Boolean(), mail: Type.Boolean() }, closed)
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM' })
const Days = Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, description: 'Monday is 1.' })
export const NotificationSettings = Type.Object({
  kinds: Type.Record(Type.String(), Roads), quiet: nullable(Type.Object({ from: Clock, to: Clock, days: Days }, closed)), digest: nullable(Type.Object({ at: Clock, days: Days }, closed)),
  mail: Type.Object({ canSend: Type.Boolean({ description: 'False: no mailbox can send, so digests wait.' }) }),
  push: Type.Object({ publicKey: Type.String({ description: 'VAPID key for PushManager.subscribe.' }), browsers: Type.Array(Type.Object({ id: Id, userAgent: Type.String(), createdAt: Instant, failedAt: nullable(Instant) })) }),
})
export type NotificationSettings = Static<typeof NotificationSettings>
export const NotificationSettingsBody = Type.Object({ kinds: Type.Optional(Type.Record(Type.String({ maxLength: 40 }), Roads)), quiet: Type.Optional(NotificationSettings.properties.quiet), digest: Type.Optional(NotificationSettings.properties.digest) }, closed)
export const PushSubscriptionBody = Type.Object({ endpoint: Type.String({ minLength: 10, maxLength: 2000 }), keys: Type.Object({ p256dh: Type.String({ minLength: 10, maxLength: 200 }), auth: Type.String({ minLength: 10, maxLength: 100 }) }, closed) }, { additionalProperties: true })

/**
 * What a push carries, as JSON, for the service worker: `event.data.json()`. Nothing of the customer: it shows on lock screens.
 * showNotification(title, { tag, renotify: urgent, requireInteraction: urgent, timestamp: Date.parse(at), data: { url, notificationId } }); a click opens `url`.
 */
export const PushPayload = Type.Object({
  version: Type.Literal(1),
  kind: oneOf(...notificationKinds, 'several', 'trial'),
  title: Type.String({ description: 'In the language of its person.' }),
  tag: Type.String({ description: 'A later push with the same tag takes the place of this one.' }),
  url: Type.String({ description: 'Path within the workspace, with a leading slash.' }),
  notificationId: nullable(Id), ticketId: nullable(Id), ticketNumber: nullable(Type.Integer()),
  count: Type.Integer({ description: 'How many notifications it stands for.' }),
  urgent: Type.Boolean(),
  at: Instant,
})
export type PushPayload = Static<typeof PushPayload>

const tag = 'notifications'
export const listNotifications = route({ method: 'GET', path: '/notifications', permission: 'self', tag, summary: 'What I was told, newest first', query: Type.Object({ ...PageQuery, unread: Type.Optional(Type.Boolean()) }), response: page(Notification) })
export const countNotifications = route({ method: 'GET', path: '/notifications/counts', permission: 'self', tag, summary: 'How many I have not read', response: Type.Object({ unread: Type.Integer(), limit: Type.Integer() }) })
export const readNotifications = route({ method: 'POST', path: '/notifications/read', permission: 'self', tag, summary: 'Mark as read: these, those of a ticket, an alert or an unhappy customer, or all up to one', body: Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 200 })), ticketId: Type.Optional(Id), alertId: Type.Optional(Id), recoveryId: Type.Optional(Id), upTo: Type.Optional(Id) }, { ...closed, minProperties: 1 }), response: Done, status: 200 })
export const getNotificationSettings = route({ method: 'GET', path: '/me/notifications', permission: 'self', tag, summary: 'How I am told what', response: NotificationSettings })
export const setNotificationSettings = route({ method: 'PUT', path: '/me/notifications', permission: 'self', tag, summary: 'Say how I am told what; what is left out stays', body: NotificationSettingsBody, response: NotificationSettings })
export const subscribePush = route({ method: 'POST', path: '/me/push-subscriptions', permission: 'self', tag, summary: 'Let this browser be told', body: PushSubscriptionBody, response: Type.Object({ id: Id }), status: 201 })
export const unsubscribePush = route({ method: 'DELETE', path: '/push-subscriptions/:id', permission: 'self', tag, summary: 'Tell this browser nothing any more', params: ById, response: Done })
export const tryPush = route({ method: 'POST', path: '/me/push-subscriptions/try', permission: 'self', tag, summary: 'Send a trial to my browsers', response: Done, status: 200 })
/** Of what I want to hear nothing for a while: `alert-rule:<id>`, `report:<id>`. */
export const Pause = Type.Object({ subject: Type.String({ maxLength: 100, pattern: '^(alert-rule|report):[0-9a-fA-F-]{36}$' }), until: nullable(Instant) })
export type Pause = Static<typeof Pause>
export const listPauses = route({ method: 'GET', path: '/me/pauses', permission: 'self', tag, summary: 'What I have paused', response: page(Pause) })
export const setPause = route({ method: 'PUT', path: '/me/pauses', permission: 'self', tag, summary: 'Hear nothing of this until then, or until I say so', body: Type.Object({ subject: Pause.properties.subject, until: nullable(Instant) }, closed), response: Pause })
export const endPause = route({ method: 'DELETE', path: '/me/pauses/:subject', permission: 'self', tag, summary: 'Hear of it again', params: Type.Object({ subject: Pause.properties.subject }), response: Done })
