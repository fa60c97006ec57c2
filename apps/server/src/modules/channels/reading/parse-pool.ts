// A small pool of threads that parse mail. A mail that takes too long, too much memory or crashes its thread
// costs that thread and nothing else: it is parked, the thread replaced, and the next mail goes on.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { readingSeconds } from '../figures.ts'
import type { ParseAnswer, ParseRequest } from './parsed-mail.ts'

export interface ParsePoolOptions {
  threads?: number
  /** For one mail. */
  timeLimitMs?: number
  /** Heap of one thread, MB. Bytes of mails lie outside it. */
  heapMb?: number
  /** For tests of what the pool does when its thread misbehaves. */
  script?: URL
}

export interface ParsePool {
  readonly size: number
  /** Rejects only when no thread can be started at all. The bytes move into the thread. */
  parse(request: ParseRequest): Promise<ParseAnswer>
  stop(): Promise<void>
}

interface Task { request: ParseRequest; resolve(answer: ParseAnswer): void; reject(error: Error): void }

export function createParsePool({ threads = Math.max(1, Math.min(4, availableParallelism() - 1)), timeLimitMs = 30_000, heapMb = 384, script = new URL('./parse-thread.ts', import.meta.url) }: ParsePoolOptions = {}): ParsePool {
  const waiting: Task[] = []
  const lanes = Array.from({ length: threads }, () => new Lane({ timeLimitMs, heapMb, script }))
  let stopped = false

  async function run(lane: Lane) {
    lane.busy = true
    for (let task = waiting.shift(); task !== undefined && !stopped; task = waiting.shift()) {
      const { request, resolve, reject } = task
      await lane.parse(request).then(resolve, reject)
    }
    lane.busy = false
  }

  return {
    size: threads,
    parse: (request) => new Promise((resolve, reject) => {
      if (stopped) return reject(new Error('the reading threads were stopped'))
      waiting.push({ request, resolve, reject })
      const free = lanes.find((lane) => !lane.busy)
      if (free) void run(free)
    }),
    async stop() {
      stopped = true
      for (const task of waiting.splice(0)) task.reject(new Error('the reading threads were stopped'))
      await Promise.all(lanes.map((lane) => lane.end()))
    },
  }
}

type LaneOptions = Required<Omit<ParsePoolOptions, 'threads'>>
type Ended = { error: NodeJS.ErrnoException } | { exit: number }

/** One place in the pool: a thread, replaced when it is worn out. */
class Lane {
  busy = false
  #options: LaneOptions
  #thread: Promise<Thread> | null = null
  #ended = false

  constructor(options: LaneOptions) {
    this.#options = options
  }

  async parse(request: ParseRequest): Promise<ParseAnswer> {
    const thread = await this.#living()
    const { timeLimitMs, heapMb } = this.#options
    const done = readingSeconds.startTimer()
    const ended = await new Promise<ParseAnswer | Ended | 'late'>((resolve) => {
      const timer = setTimeout(() => resolve('late'), timeLimitMs)
      thread.tell = (what) => {
        clearTimeout(timer)
        resolve(what)
      }
      thread.worker.postMessage(request, [request.raw.buffer])
    })
    thread.tell = null
    done()
    if (ended !== 'late' && ('mail' in ended || 'unreadable' in ended)) return ended
    if (this.#ended) throw new Error('the reading threads were stopped')
    this.#thread = null
    void thread.worker.terminate()
    return { unreadable: `${explain(ended, timeLimitMs, heapMb)} The original is kept: download it, or try again after an update.` }
  }

  async #living(): Promise<Thread> {
    try {
      const thread = await (this.#thread ??= startThread(this.#options.script, this.#options.heapMb))
      if (!thread.dead) return thread
    } catch (error) {
      this.#thread = null
      throw error
    }
    return (this.#thread = startThread(this.#options.script, this.#options.heapMb))
  }

  async end() {
    this.#ended = true
    const thread = await this.#thread?.catch(() => null)
    await thread?.worker.terminate()
  }
}

function explain(ended: Ended | 'late', timeLimitMs: number, heapMb: number): string {
  if (ended === 'late') return `Reading it took longer than ${Math.round(timeLimitMs / 1000)} s.`
  if ('exit' in ended) return `The reader ended unexpectedly on it (code ${ended.exit}).`
  if (ended.error.code === 'ERR_WORKER_OUT_OF_MEMORY') return `Reading it needed more than ${heapMb} MB of memory.`
  return `The reader crashed on it (${ended.error.message}).`
}

interface Thread { worker: Worker; dead: boolean; tell: ((what: ParseAnswer | Ended) => void) | null }

/** Resolves once the thread has loaded its code, so that a mail's time does not count the loading. */
function startThread(script: URL, heapMb: number): Promise<Thread> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMb } })
    worker.unref()
    const thread: Thread = { worker, dead: false, tell: null }
    const end = (ended: Ended) => {
      reject(new Error('a reading thread could not be started', { cause: ended }))
      thread.dead = true
      thread.tell?.(ended)
      thread.tell = null
    }
    worker.on('message', (message: 'ready' | ParseAnswer) => {
      if (message === 'ready') resolve(thread)
      else thread.tell?.(message)
    })
    worker.on('error', (error) => end({ error: error as Error }))
    worker.on('exit', (exit) => end({ exit }))
  })
}
