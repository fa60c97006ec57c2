/*
 * Two threads that render, started when the first report is asked for and ended when none was for a while: most processes render none for
 * hours, and a thread with its fonts and charts holds 60 to 130 MB. One that takes too long or crashes is replaced; its report fails and no other.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { PrintError } from '../../../../platform/print/print-error.ts'
import type { RenderAnswer, RenderRequest } from './render-request.ts'

export interface RenderPoolOptions {
  threads?: number
  /** For one report. */
  timeLimitMs?: number
  /** Without work, before a thread is ended. */
  idleMs?: number
  /** Heap of one thread, MB. */
  heapMb?: number
  /** For tests of what the pool does when its thread misbehaves. */
  script?: URL
}
type Done = Exclude<RenderAnswer, { failed: string }>
export interface RenderPool {
  /** Rejects with a PrintError for a logo that cannot be printed, else with an Error that says what failed. */
  render(request: RenderRequest): Promise<Done>
  stop(): Promise<void>
}
interface Task { request: RenderRequest; resolve(answer: Done): void; reject(error: Error): void }
interface Lane { worker: Worker | null; busy: boolean; idle: NodeJS.Timeout | null }

export function createRenderPool({ threads = Math.min(2, availableParallelism()), timeLimitMs = 120_000, idleMs = 30_000, heapMb = 192, script = new URL('./render-thread.ts', import.meta.url) }: RenderPoolOptions = {}): RenderPool {
  const waiting: Task[] = []
  const lanes: Lane[] = Array.from({ length: threads }, () => ({ worker: null, busy: false, idle: null }))
  let stopped = false

  async function work(lane: Lane) {
    lane.busy = true
    if (lane.idle) clearTimeout(lane.idle)
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      try {
        lane.worker ??= startThread(script, heapMb)
        const answer = await ask(lane.worker, task.request, timeLimitMs)
        if ('failed' in answer) task.reject(answer.print ? new PrintError(answer.print.code, answer.print.field, answer.failed) : new Error(answer.failed))
        else task.resolve(answer)
      } catch (error) {
        void lane.worker?.terminate()
        lane.worker = null
        task.reject(error as Error)
      }
    }
    lane.busy = false
    lane.idle = setTimeout(() => { void lane.worker?.terminate(); lane.worker = null }, idleMs)
    lane.idle.unref()
  }

  return {
    render: (request) => new Promise((resolve, reject) => {
      if (stopped) return reject(new Error('The rendering threads were stopped.'))
      waiting.push({ request, resolve, reject })
      // One that is warm before one that must be started.
      const free = lanes.find(({ busy, worker }) => !busy && worker !== null) ?? lanes.find(({ busy }) => !busy)
      if (free) void work(free)
    }),
    async stop() {
      stopped = true
      for (const task of waiting.splice(0)) task.reject(new Error('The rendering threads were stopped.'))
      await Promise.all(lanes.map(async (lane) => {
        if (lane.idle) clearTimeout(lane.idle)
        await lane.worker?.terminate()
        lane.worker = null
      }))
    },
  }
}

/** Room for the young: with 24 MB a sixth of the time went into clearing it away. */
function startThread(script: URL, heapMb: number): Worker {
  const worker = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 48 } })
  worker.unref()
  return worker
}

/** @throws Error when the thread ends, or takes too long */
function ask(worker: Worker, request: RenderRequest, timeLimitMs: number): Promise<RenderAnswer> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
    }
    const onMessage = (message: 'ready' | RenderAnswer) => { if (message !== 'ready') { end(); resolve(message) } }
    const onError = (error: unknown) => { end(); reject(new Error(`The report could not be rendered: ${error instanceof Error ? error.message : String(error)}`)) }
    const onExit = (code: number) => { end(); reject(new Error(`The report could not be rendered: its thread ended with code ${code}.`)) }
    const timer = setTimeout(() => { end(); reject(new Error(`The report could not be rendered within ${Math.round(timeLimitMs / 1000)} s.`)) }, timeLimitMs)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    // Whoever waits for a report keeps the process alive until it is there.
    worker.ref()
    worker.postMessage(request, [])
  })
}
