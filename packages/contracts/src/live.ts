// Live updates: ids, not documents. The browser asks again for what it shows.
// Socket at /api/v1/live?after=<cursor>; where a proxy does not let sockets through, GET /api/v1/live/events.
import { Type, type Static } from 'typebox'
import { oneOf } from './shapes.ts'
import { route } from './route.ts'

/** `name` is the event's name (`diary.ticketCreated` …); `ids` holds the ids it touches, by kind. */
export const LiveEvent = Type.Object({ name: Type.String(), at: Type.String(), ids: Type.Record(Type.String(), Type.String()) })
export type LiveEvent = Static<typeof LiveEvent>

/** What the server sends. `reset` says that the cursor is too old to resume: reload what is shown. */
export const LiveBatch = Type.Object({ type: Type.Literal('events'), cursor: Type.String(), events: Type.Array(LiveEvent), reset: Type.Optional(Type.Boolean()) })
export type LiveBatch = Static<typeof LiveBatch>
export const Viewer = Type.Object({ staffId: Type.String(), name: Type.String(), state: oneOf('viewing', 'writing') })
export type Viewer = Static<typeof Viewer>
export type LiveServerMessage =
  | LiveBatch
  | { type: 'viewers'; ticketId: string; viewers: Viewer[] }
  | { type: 'pong' }
/** What the browser sends: where the person is (null: nowhere), every 20 s or when it changes. */
export type LiveClientMessage =
  | { type: 'here'; ticketId: string | null; state: 'viewing' | 'writing' }
  | { type: 'ping' }

export const liveSocket = route({ method: 'GET', path: '/live', permission: 'ticket.read', tag: 'live', summary: 'Live updates (WebSocket)', query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 100 })) }) })
export const liveEvents = route({ method: 'GET', path: '/live/events', permission: 'ticket.read', tag: 'live', summary: 'Live updates by long polling', query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 100 })), wait: Type.Optional(Type.Integer({ minimum: 0, maximum: 30, default: 25, description: 'Seconds.' })) }), response: LiveBatch })
