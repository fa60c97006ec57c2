// Runs the jobs. graphile-worker fetches and locks them in batches; a job whose process died is given
// back at once by platform/jobs/processes.ts instead of after graphile-worker's four hours.
import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type CronItem, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '../log.ts'
import type { Event } from '../events.ts'
import type { Job, Subscriber } from './define.ts'

export interface WorkerOptions {
  ownerPool: pg.Pool
  jobs: readonly Job<never>[]
  subscribers: readonly Subscriber[]
  schedules: readonly { cron: string; job: string }[]
  /** Called with every id under which this process locks jobs. */
  onWorkerId(id: string): void
  log: Log
}

export async function startWorker(options: WorkerOptions): Promise<Runner> {
  const { log } = options

  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => options.onWorkerId(workerPool.id))
  events.on('worker:create', ({ worker }) => options.onWorkerId(worker.workerId))
  events.on('job:error', ({ job, error }) => log.warn({ job: job.task_identifier, jobId: job.id, attempt: job.attempts, err: error }, 'job failed, will be tried again'))
  events.on('job:failed', ({ job }) => log.error({ job: job.task_identifier, jobId: job.id }, 'job given up'))

  return run({
    pgPool: options.ownerPool,
    taskList: toTaskList(options.jobs, options.subscribers),
    events,
    noHandleSignals: true,
    concurrency: 10,
    pollInterval: 1000,
    parsedCronItems: parseCronItems(options.schedules.map((s): CronItem => ({ match: s.cron, task: s.job, options: { backfillPeriod: 0 } }))),
    logger: new Logger(() => (level, message) => { if (level === 'error') log.error(message); else log.trace(message) }),
    preset: { worker: { localQueue: { size: 20, ttl: 30_000 }, completeJobBatchDelay: 0, failJobBatchDelay: 0, gracefulShutdownAbortTimeout: 7000 } },
  })
}

export function toTaskList(jobs: readonly Job<never>[], subscribers: readonly Subscriber[]): TaskList {
  const taskList: TaskList = {}
  for (const job of jobs) {
    taskList[job.name] = (payload, helpers) => job.handle(payload as never, { attempt: helpers.job.attempts, maxAttempts: helpers.job.max_attempts })
  }
  for (const subscriber of subscribers) taskList[subscriber.name] = tell(subscriber)
  return taskList
}

/**
 * All events of one transaction come to a subscriber together. When that fails, each is tried alone, so
 * that one poisoned event does not hold up the others; only the ones that failed are tried again.
 */
function tell(subscriber: Subscriber) {
  return async (payload: unknown, helpers: { addJob(name: string, payload: unknown): Promise<unknown> }) => {
    const { orgId, events } = payload as { orgId: number; events: Event[] }
    if (events.length === 1) return subscriber.handle(orgId, events)
    try {
      await subscriber.handle(orgId, events)
    } catch {
      for (const event of events) await helpers.addJob(subscriber.name, { orgId, events: [event] })
    }
  }
}
