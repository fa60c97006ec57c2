// The live feed as a WebSocket, and as long polling for networks that let no socket through.
import type { WebSocket } from '@fastify/websocket'
import { liveEvents, liveSocket, type LiveBatch, type LiveClientMessage, type LiveServerMessage } from '@kontuar/contracts'
import type { FastifyRequest } from 'fastify'
import type { Actor, Authenticate } from '../http/actor.ts'
import type { Implement } from '../http/implement.ts'
import { isId } from '../http/page.ts'
import { Refusal } from '../http/refusal.ts'
import { newId } from '../id.ts'
import type { Live } from './hub.ts'
import type { Listener } from './sight.ts'

/** Seconds between heartbeats; proxies cut silent sockets after sixty. They also carry the cursor forward. */
const heartbeatSeconds = 20
/** A browser that reads so slowly that this much waits is cut off; it resumes by its cursor. */
const mostBufferedBytes = 1024 * 1024

export function liveRoutes(implement: Implement, live: Live, authenticate: Authenticate) {
  implement(liveSocket, async () => { throw new Refusal('invalid-input', 'This address speaks WebSocket; without one use GET /api/v1/live/events.') }, {
    onSocket: (socket, actor, request) => serveSocket(live, authenticate, socket, actor, request),
  })
  implement(liveEvents, async ({ actor, query, request }): Promise<LiveBatch> => {
    if (query.after === undefined) return { type: 'events', cursor: live.cursor(), events: [] }
    return waitForEvents(live, actor, query.after, (query.wait ?? 25) * 1000, request)
  })
}

function serveSocket(live: Live, authenticate: Authenticate, socket: WebSocket, actor: Actor, request: FastifyRequest) {
  const connectionId = newId()
  const me = { staffId: actor.staffId, name: actor.name }
  const listener: Listener = { staffId: actor.staffId, access: actor.access }
  let ticketId: string | null = null
  let allowance = 20

  const send = (message: LiveServerMessage) => {
    if (socket.bufferedAmount > mostBufferedBytes) socket.terminate()
    else socket.send(JSON.stringify(message))
  }
  const sendViewers = (id: string) => send({ type: 'viewers', ticketId: id, viewers: live.presence.viewersOf(actor.orgId, id).filter((v) => v.staffId !== me.staffId) })

  // Subscribed before the past is read: what happens in between comes twice rather than never.
  const unsubscribe = live.subscribe(actor.orgId, listener, send)
  const unwatch = live.presence.onChange((orgId, changed) => { if (orgId === actor.orgId && changed === ticketId) sendViewers(changed) })
  const after = (request.query as { after?: string }).after
  if (after === undefined) send({ type: 'events', cursor: live.cursor(), events: [] })
  else void live.since(actor.orgId, listener, after).then(send, () => socket.close(1011, 'try again'))

  const heartbeat = setInterval(() => {
    allowance = 20
    // A session that was ended loses its socket too.
    void authenticate(request).then((now) => {
      if (now === null) socket.close(4401, 'signed out')
      else {
        listener.access = now.access
        send({ type: 'events', cursor: live.cursor(), events: [] })
      }
    }, () => {})
  }, heartbeatSeconds * 1000)

  const goTo = async (id: string | null, state: 'viewing' | 'writing') => {
    ticketId = id !== null && (await live.maySee(actor.orgId, listener, id).catch(() => false)) ? id : null
    live.presence.say(connectionId, actor.orgId, ticketId, { ...me, state })
    if (ticketId !== null) sendViewers(ticketId)
  }
  socket.on('message', (data: unknown) => {
    if (--allowance < 0) return
    const message = readClientMessage(String(data))
    if (message === null) return
    if (message.type === 'ping') return send({ type: 'pong' })
    void goTo(message.ticketId, message.state)
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
    unwatch()
    if (ticketId !== null) live.presence.say(connectionId, actor.orgId, null, { ...me, state: 'viewing' })
  })
}

/** Answers null for what is no message of the protocol. */
export function readClientMessage(data: string): LiveClientMessage | null {
  try {
    const message = JSON.parse(data) as Partial<LiveClientMessage & { ticketId: unknown; state: unknown }>
    if (message.type === 'ping') return { type: 'ping' }
    if (message.type !== 'here') return null
    if (message.ticketId !== null && !(typeof message.ticketId === 'string' && isId(message.ticketId))) return null
    return { type: 'here', ticketId: message.ticketId, state: message.state === 'writing' ? 'writing' : 'viewing' }
  } catch {
    return null
  }
}

async function waitForEvents(live: Live, { orgId, ...listener }: Actor, after: string, waitMs: number, request: FastifyRequest): Promise<LiveBatch> {
  let wake: (batch: LiveBatch | null) => void = () => {}
  const news = new Promise<LiveBatch | null>((resolve) => { wake = resolve })
  const unsubscribe = live.subscribe(orgId, listener, wake)
  const timer = setTimeout(() => wake(null), waitMs)
  request.raw.socket.once('close', () => wake(null))
  try {
    const past = await live.since(orgId, listener, after)
    if (past.events.length > 0 || past.reset) return past
    return (await news) ?? past
  } finally {
    clearTimeout(timer)
    unsubscribe()
  }
}
