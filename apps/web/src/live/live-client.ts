// Hears of news from the server and never misses any: each batch carries a cursor, and after a gap the client asks for
// what came after it. Prefers a WebSocket; where a proxy does not let one through, long polling with the same cursor.
import type { LiveBatch, LiveClientMessage, LiveServerMessage, Viewer } from '@kontuar/contracts'
import { backOff } from './back-off.ts'

/** `connecting`: not yet known; `live`: by socket; `polling`: by repeated requests; `down`: neither works. */
export type LiveState = 'connecting' | 'live' | 'polling' | 'down'

export interface LiveSocket {
  send(text: string): void
  close(): void
  onopen: (() => void) | null
  onmessage: ((event: { data: string }) => void) | null
  onclose: (() => void) | null
}
export interface LiveOutside {
  openSocket(after: string | undefined): LiveSocket
  poll(after: string | undefined, waitSeconds: number, signal: AbortSignal): Promise<LiveBatch>
  random(): number
}
export interface LiveListener {
  /** `resumed` is false for the very first batch: what was loaded before it may have missed something. */
  batch(batch: LiveBatch, resumed: boolean): void
  state(state: LiveState): void
  viewers(ticketId: string, viewers: Viewer[]): void
}

const socketFailuresBeforePolling = 2
const socketRetryWhilePolling = 60_000
const heartbeat = 20_000

export function createLiveClient(outside: LiveOutside, listener: LiveListener) {
  let running = false
  let state: LiveState = 'connecting'
  let cursor: string | undefined
  let socket: LiveSocket | undefined
  let polling: AbortController | undefined
  let heard = false
  let socketFailures = 0
  let here: { ticketId: string | null; state: 'viewing' | 'writing' } = { ticketId: null, state: 'viewing' }
  let retry: ReturnType<typeof setTimeout> | undefined
  let beat: ReturnType<typeof setInterval> | undefined

  const become = (next: LiveState) => {
    if (state === next) return
    state = next
    listener.state(next)
  }
  const take = (batch: LiveBatch) => {
    const resumed = cursor !== undefined && batch.reset !== true
    cursor = batch.cursor
    listener.batch(batch, resumed)
  }
  const say = (message: LiveClientMessage) => socket?.send(JSON.stringify(message))
  const later = (milliseconds: number, run: () => void) => {
    clearTimeout(retry)
    retry = setTimeout(run, milliseconds)
  }

  function dropSocket() {
    clearInterval(beat)
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
    socket = undefined
  }

  function socketLost() {
    dropSocket()
    if (!running) return
    socketFailures += 1
    if (socketFailures >= socketFailuresBeforePolling) {
      if (!polling) void poll()
      later(socketRetryWhilePolling, connect)
      return
    }
    if (!polling) become('connecting')
    later(backOff(socketFailures, outside.random()), connect)
  }

  function connect() {
    dropSocket()
    heard = false
    let opened: LiveSocket
    try {
      opened = outside.openSocket(cursor)
    } catch {
      return socketLost()
    }
    socket = opened
    opened.onopen = () => {
      say({ type: 'here', ...here })
      say({ type: 'ping' })
    }
    opened.onmessage = ({ data }) => {
      heard = true
      // Only a word from the server proves the socket: some proxies accept it and then let nothing through.
      socketFailures = 0
      polling?.abort()
      polling = undefined
      become('live')
      const message = JSON.parse(data) as LiveServerMessage
      if (message.type === 'events') take(message)
      else if (message.type === 'viewers') listener.viewers(message.ticketId, message.viewers)
    }
    opened.onclose = socketLost
    beat = setInterval(() => {
      if (!heard) return socketLost()
      heard = false
      say(here.ticketId === null ? { type: 'ping' } : { type: 'here', ...here })
      if (here.ticketId !== null) say({ type: 'ping' })
    }, heartbeat)
  }

  async function poll() {
    const mine = new AbortController()
    polling = mine
    let failures = 0
    while (running && !mine.signal.aborted) {
      try {
        // The first question of a poll is answered at once: it shows whether this road is open.
        const batch = await outside.poll(cursor, state === 'polling' ? 25 : 0, mine.signal)
        if (mine.signal.aborted) return
        failures = 0
        become('polling')
        take(batch)
      } catch {
        if (mine.signal.aborted) return
        failures += 1
        become('down')
        await new Promise<void>((done) => {
          const timer = setTimeout(done, backOff(failures, outside.random()))
          mine.signal.addEventListener('abort', () => {
            clearTimeout(timer)
            done()
          })
        })
      }
    }
  }

  return {
    start() {
      if (running) return
      running = true
      connect()
    },
    stop() {
      running = false
      clearTimeout(retry)
      polling?.abort()
      polling = undefined
      dropSocket()
    },
    /** Try at once: the network came back, or the person asked for it. */
    reconnectNow() {
      if (!running || state === 'live') return
      polling?.abort()
      polling = undefined
      connect()
    },
    /** Where the person is; repeated with every heartbeat. */
    here(ticketId: string | null, doing: 'viewing' | 'writing' = 'viewing') {
      if (here.ticketId === ticketId && here.state === doing) return
      here = { ticketId, state: doing }
      if (state === 'live') say({ type: 'here', ...here })
    },
    state: () => state,
  }
}
export type LiveClient = ReturnType<typeof createLiveClient>
