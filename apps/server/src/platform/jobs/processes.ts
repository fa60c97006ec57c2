// Who is alive. Each process holds an advisory lock on a connection of its own; when it dies, however it
// dies, PostgreSQL frees the lock, and whoever looks next gives its jobs back.
import { hostname } from 'node:os'
import pg from 'pg'
import type { Log } from '../log.ts'

const lockClass = 1

export interface Membership {
  addWorkerId(id: string): void
  leave(): Promise<void>
}

/** Joins the living processes and keeps watch over the others. `ownerUrl` must own the job table. */
export async function joinProcesses(ownerUrl: string, services: string[], log: Log): Promise<Membership> {
  const workerIds = new Set<string>()
  let client: pg.Client | null = null
  let lockId: number | null = null
  let left = false
  let running: Promise<void> = Promise.resolve()

  async function join() {
    const fresh = new pg.Client({ connectionString: ownerUrl, application_name: 'kontuar-process' })
    fresh.on('error', () => { if (client === fresh) client = null })
    await fresh.connect()
    const { rows } = await fresh.query<{ lock_id: number }>('insert into process (services, host, pid, worker_ids) values ($1, $2, $3, $4) returning lock_id', [services, hostname(), process.pid, [...workerIds]])
    lockId = rows[0]!.lock_id
    await fresh.query('select pg_advisory_lock($1, $2)', [lockClass, lockId])
    client = fresh
  }

  async function beat() {
    try {
      if (client === null) await join()
      await client!.query('update process set seen_at = now(), worker_ids = $2 where lock_id = $1', [lockId, [...workerIds]])
      await releaseTheDead(client!, lockId!, log)
    } catch (error) {
      log.warn({ err: error }, 'could not report this process as alive, will try again')
      client?.end().catch(() => {})
      client = null
    }
  }

  await join()
  await beat()
  const timer = setInterval(() => { running = running.then(() => (left ? undefined : beat())) }, 2000)
  timer.unref()

  return {
    addWorkerId(id) {
      workerIds.add(id)
      running = running.then(() => (left ? undefined : beat()))
    },
    async leave() {
      left = true
      clearInterval(timer)
      await running
      await client?.query('delete from process where lock_id = $1', [lockId]).catch(() => {})
      await client?.end().catch(() => {})
    },
  }
}

async function releaseTheDead(client: pg.Client, own: number, log: Log) {
  const { rows } = await client.query<{ lock_id: number; worker_ids: string[] }>(
    // A row younger than five seconds may belong to a process about to take its lock.
    `select lock_id, worker_ids from process where lock_id <> $1 and started_at < now() - interval '5 seconds' and pg_try_advisory_xact_lock(${lockClass}, lock_id)`, [own])
  for (const dead of rows) {
    await client.query('select graphile_worker.force_unlock_workers($1)', [dead.worker_ids])
    await client.query('delete from process where lock_id = $1', [dead.lock_id])
    log.warn({ process: dead.lock_id, workers: dead.worker_ids.length }, 'a process died, its jobs were given back')
  }
}
