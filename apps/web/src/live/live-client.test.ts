// Guards that no news is missed: resuming by cursor, falling back to long polling and coming back, with a fake socket server.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LiveBatch } from '@kontuar/contracts'
import { backOff } from './back-off.ts'
import { createLiveClient, type LiveSocket, type LiveState } from './live-client.ts'

class FakeSocket implements LiveSocket {
  readonly after: string | undefined
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  sent: unknown[] = []
  closed = false
  constructor(after: string | undefined) {
    this.after = after
  }
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {
    this.closed = true
  }
  says(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
}
const batch = (cursor: string, names: string[] = [], reset?: boolean): LiveBatch => ({ type: 'events', cursor, events: names.map((name) => ({ name, at: '2026-11-22T12:00:00Z', ids: {} })), ...(reset ? { reset } : {}) })

function world() {
  const sockets: FakeSocket[] = []
  const polls: { after: string | undefined; wait: number; answer: (batch: LiveBatch) => void; fail: () => void; signal: AbortSignal }[] = []
  const states: LiveState[] = []
  const heard: { names: string[]; resumed: boolean }[] = []
  const viewers = vi.fn()
  const client = createLiveClient(
    {
      openSocket: (after) => {
        const socket = new FakeSocket(after)
        sockets.push(socket)
        return socket
      },
      poll: (after, wait, signal) => new Promise((answer, refuse) => polls.push({ after, wait, answer, fail: () => refuse(new Error('no')), signal })),
      random: () => 1,
    },
    { batch: (given, resumed) => heard.push({ names: given.events.map(({ name }) => name), resumed }), state: (state) => states.push(state), viewers },
  )
  const last = () => sockets.at(-1)!
  /** Both tries at a socket fail. */
  const noSockets = () => {
    last().onclose?.()
    vi.advanceTimersByTime(1000)
    last().onclose?.()
  }
  return { client, sockets, polls, states, heard, viewers, last, noSockets }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first connection begins now, and says that earlier data may have missed something', () => {
  const { client, last, heard, states } = world()
  client.start()
  expect(last().after).toBeUndefined()
  last().onopen?.()
  last().says(batch('7'))
  expect(states).toEqual(['live'])
  expect(heard).toEqual([{ names: [], resumed: false }])
})

test('after a broken connection it resumes from the last cursor it saw', () => {
  const { client, last, sockets, heard } = world()
  client.start()
  last().says(batch('7'))
  last().says(batch('9', ['diary.ticketCreated']))
  last().onclose?.()
  vi.advanceTimersByTime(1000)
  expect(sockets).toHaveLength(2)
  expect(last().after).toBe('9')
  last().says(batch('12', ['diary.ticketClosed']))
  expect(heard.at(-1)).toEqual({ names: ['diary.ticketClosed'], resumed: true })
})

test('a cursor too old to resume means: load everything again', () => {
  const { client, last, heard } = world()
  client.start()
  last().says(batch('7'))
  last().says(batch('900', [], true))
  expect(heard.at(-1)?.resumed).toBe(false)
})

test('where no socket gets through it polls with the same cursor, first without waiting', async () => {
  const { client, last, noSockets, polls, states, heard } = world()
  client.start()
  last().says(batch('7'))
  noSockets()
  expect(polls[0]).toMatchObject({ after: '7', wait: 0 })
  polls[0]!.answer(batch('8', ['diary.ticketCreated']))
  await settle()
  expect(polls[1]).toMatchObject({ after: '8', wait: 25 })
  expect(heard.at(-1)).toEqual({ names: ['diary.ticketCreated'], resumed: true })
  expect(states.at(-1)).toBe('polling')
})

test('while polling it tries the socket again, and stops polling only when the socket speaks', async () => {
  const { client, last, noSockets, polls, states, sockets } = world()
  client.start()
  noSockets()
  polls[0]!.answer(batch('8'))
  await settle()
  vi.advanceTimersByTime(60_000)
  expect(sockets).toHaveLength(3)
  last().onopen?.()
  expect(polls[1]!.signal.aborted).toBe(false)
  last().says({ type: 'pong' })
  expect(polls[1]!.signal.aborted).toBe(true)
  expect(states.at(-1)).toBe('live')
})

test('an answer of a poll that was given up is not taken twice', async () => {
  const { client, last, noSockets, polls, heard } = world()
  client.start()
  noSockets()
  vi.advanceTimersByTime(60_000)
  last().says(batch('9', ['diary.ticketCreated']))
  polls[0]!.answer(batch('9', ['diary.ticketCreated']))
  await settle()
  expect(heard).toHaveLength(1)
})

test('when polling fails too it says so, waits longer each time, and recovers', async () => {
  const { client, noSockets, polls, states } = world()
  client.start()
  noSockets()
  polls[0]!.fail()
  await settle()
  expect(states.at(-1)).toBe('down')
  await vi.advanceTimersByTimeAsync(500)
  expect(polls).toHaveLength(2)
  polls[1]!.fail()
  await vi.advanceTimersByTimeAsync(500)
  expect(polls).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(500)
  polls[2]!.answer(batch('3'))
  await settle()
  expect(states.at(-1)).toBe('polling')
})

test('a socket that opens and then stays silent (a proxy that swallows) is given up', () => {
  const { client, sockets, last, polls } = world()
  client.start()
  for (let tries = 0; tries < 2; tries += 1) {
    last().onopen?.()
    vi.advanceTimersByTime(60_000)
  }
  expect(sockets[0]!.closed).toBe(true)
  expect(polls.length).toBeGreaterThan(0)
})

test('where the person is gets told on opening, on change and with every heartbeat', () => {
  const { client, last } = world()
  client.here('t1', 'viewing')
  client.start()
  last().onopen?.()
  last().says(batch('1'))
  client.here('t1', 'writing')
  client.here('t1', 'writing')
  vi.advanceTimersByTime(20_000)
  const here = last().sent.filter((message) => (message as { type: string }).type === 'here')
  expect(here).toEqual([{ type: 'here', ticketId: 't1', state: 'viewing' }, { type: 'here', ticketId: 't1', state: 'writing' }, { type: 'here', ticketId: 't1', state: 'writing' }])
})

test('viewers are passed on', () => {
  const { client, last, viewers } = world()
  client.start()
  last().says({ type: 'viewers', ticketId: 't1', viewers: [{ staffId: 's2', name: 'Olga', state: 'writing' }] })
  expect(viewers).toHaveBeenCalledWith('t1', [{ staffId: 's2', name: 'Olga', state: 'writing' }])
})

test('after stop nothing is tried any more', () => {
  const { client, sockets, last } = world()
  client.start()
  const close = last().onclose
  client.stop()
  close?.()
  vi.advanceTimersByTime(600_000)
  expect(sockets).toHaveLength(1)
})

test('the pause between tries doubles, is half random and never above 30 s', () => {
  expect([1, 2, 3, 4].map((failures) => backOff(failures, 1))).toEqual([500, 1000, 2000, 4000])
  expect(backOff(3, 0)).toBe(1000)
  expect(backOff(50, 1)).toBe(30_000)
})
