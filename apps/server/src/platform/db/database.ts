// Transactions of one organization: the only way to its rows.
//
// Each begins with `set local kontuar.org`, so a connection handed back to the pool can never carry another
// organization's setting. The connections pipeline: BEGIN, the setting and the first query leave in
// one packet, which makes the safe way as fast as a bare query.
import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { isId, newId } from '../id.ts'
import { storableJson } from './storable.ts'
import type { NewEvent } from '../events.ts'
import type { JobOptions } from '../jobs/define.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export interface Tx {
  readonly orgId: number
  /** `name` makes it a prepared statement: give one to every query of a hot path whose text is constant. */
  query<R extends object>(text: string, values?: unknown[], name?: string): Promise<R[]>
  /**
   * From here on this transaction is not held to what its person may see. For a command that has locked, and so seen,
   * the rows it changes: PostgreSQL refuses an update whose result the person would not see any more.
   */
  seeEverything(): Promise<void>
  /** Written with the change, told to subscribers and open browsers after the commit. */
  publish(...events: NewEvent[]): void
  enqueue(job: string, payload: object, options?: JobOptions): void
  /** Runs once the commit is safe; for wake-ups only: it may never run when the process dies. */
  afterCommit(act: () => void): void
}

export interface Database {
  /** Read and write; commits when `work` resolves, rolls back when it throws. */
  write<T>(orgId: number, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Read only. */
  read<T>(orgId: number, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Read only, of one moment: all statements see the same snapshot. For what counts a lot: on connections of its own, so that nobody who works
   * waits behind it; on the replica where there is one, which may lag by moments; and each statement within `reportMs`, else PostgreSQL cancels it (57014).
   */
  report<T>(orgId: number, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Outside any organization: row-level security shows no tenant's row. For the doors (functions) and `process`. */
  query<R extends object>(text: string, values?: unknown[], name?: string): Promise<R[]>
  connect(): Promise<pg.PoolClient>
  readonly pool: pg.Pool
  /** A small pool under another role, for a library that brings its own queries (sign-in). Closed with the database. */
  poolAs(role: string, max: number): pg.Pool
  close(): Promise<void>
}

/** What every writing transaction of the surrounding call does besides its work, just before it commits. */
export const alsoInTransaction = new AsyncLocalStorage<(tx: Tx) => Promise<unknown>>()

/**
 * The person a request is held to, when they may not see every ticket; empty in jobs and for everybody else.
 * Row-level security (migration 0015) does the hiding.
 */
export const viewer = new AsyncLocalStorage<string | null>()

/** Who is told of an event; wired from app/subscriptions.ts. */
export type SubscribersOf = (eventName: string) => readonly Told[]
/** By a job for each transaction; or `together`, of many transactions at once (jobs/take-waiting.ts). */
export type Told = string | { together: string }

/** How long one statement of a report may take. */
export const reportMs = 15_000

const begins = { 'read only': 'begin read only', 'read write': 'begin read write', 'report': `begin isolation level repeatable read, read only; set local statement_timeout = ${reportMs}; set local jit = off` } as const

export function openDatabase(options: { url: string; subscribersOf: SubscribersOf; max?: number; role?: string | null; applicationName?: string; replicaUrl?: string | null }): Database {
  const poolOf = (url: string, max: number) => new pg.Pool({
    connectionString: url,
    max,
    pipeline: true,
    application_name: options.applicationName ?? 'kontuar',
    ...(options.role === null ? {} : { options: `-c role=${options.role ?? 'kontuar_app'}` }),
  } as pg.PoolConfig)
  const pool = poolOf(options.url, options.max ?? 12)
  // A connection that breaks while idle is replaced at the next use.
  pool.on('error', () => {})
  const others: pg.Pool[] = []
  let reports: pg.Pool | null = null
  const reportPool = () => {
    if (reports === null) {
      reports = poolOf(options.replicaUrl ?? options.url, 4)
      reports.on('error', () => {})
      others.push(reports)
    }
    return reports
  }

  async function transact<T>(orgId: number, mode: keyof typeof begins, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!Number.isInteger(orgId)) throw new TypeError(`not an organization: ${orgId}`)
    const client = await (mode === 'report' ? reportPool() : pool).connect()
    const tx = new RunningTx(client, orgId, options.subscribersOf)
    const sees = viewer.getStore() ?? null
    const begun = client.query(`${begins[mode]}; set local kontuar.org = '${orgId}'${sees === null ? '' : `; set local kontuar.viewer = '${plainId(sees)}'`}`)
    begun.catch(() => {})
    let result: T
    try {
      result = await work(tx)
      await begun
      if (mode === 'read write') await alsoInTransaction.getStore()?.(tx)
      await tx.flush()
      if (mode !== 'read write') client.query('commit').catch(() => {})
      else if ((await client.query('commit')).command !== 'COMMIT') throw new Error('The transaction had failed inside: nothing was stored.')
    } catch (error) {
      // When even the rollback fails the connection is broken and must not be used again.
      const lost = await client.query('rollback').then(() => false, () => true)
      client.release(lost)
      throw error
    }
    client.release()
    tx.committed()
    return result
  }

  return {
    pool,
    write: (orgId, work) => transact(orgId, 'read write', work),
    read: (orgId, work) => transact(orgId, 'read only', work),
    report: (orgId, work) => transact(orgId, 'report', work),
    query: async <R extends object>(text: string, values?: unknown[], name?: string) => {
      if (name !== undefined) refuseSecondText(name, text)
      return (await pool.query<R>({ text, values: values ?? [], ...(name ? { name } : {}) })).rows
    },
    connect: () => pool.connect(),
    poolAs(role, max) {
      const other = new pg.Pool({ connectionString: options.url, max, application_name: `${options.applicationName ?? 'kontuar'}-${role}`, options: `-c role=${role}` })
      other.on('error', () => {})
      others.push(other)
      return other
    },
    close: async () => { await Promise.all([pool, ...others].map((p) => p.end())) },
  }
}

function plainId(id: string): string {
  if (!isId(id)) throw new TypeError(`not a person: ${id}`)
  return id
}

const textOf = new Map<string, string>()

/** One name with two texts would fail only on a connection that has met both: late, and at random. */
function refuseSecondText(name: string, text: string) {
  const known = textOf.get(name)
  if (known === undefined) textOf.set(name, text)
  else if (known !== text) throw new TypeError(`Two statements are called "${name}": give one of them another name.`)
}

class RunningTx implements Tx {
  readonly orgId: number
  #client: pg.PoolClient
  #subscribersOf: SubscribersOf
  #events: (NewEvent & { id: string })[] = []
  #jobs: { name: string; payload: object; key?: string }[] = []
  #after: (() => void)[] = []

  constructor(client: pg.PoolClient, orgId: number, subscribersOf: SubscribersOf) {
    this.#client = client
    this.orgId = orgId
    this.#subscribersOf = subscribersOf
  }

  async query<R extends object>(text: string, values: unknown[] = [], name?: string): Promise<R[]> {
    if (name !== undefined) refuseSecondText(name, text)
    return (await this.#client.query<R>({ text, values, ...(name ? { name } : {}) })).rows
  }

  async seeEverything() {
    await this.query(`select set_config('kontuar.viewer', '', true)`, [], 'see-everything')
  }

  publish(...events: NewEvent[]) {
    for (const event of events) this.#events.push({ ...event, id: newId() })
  }

  enqueue(name: string, payload: object, options: JobOptions = {}) {
    // As among those that wait, so among those that leave together: the last one with a key replaces the others.
    if (options.key !== undefined) this.#jobs = this.#jobs.filter((job) => job.key !== options.key)
    this.#jobs.push({ name, payload: { orgId: this.orgId, ...payload }, ...options })
  }

  afterCommit(act: () => void) {
    this.#after.push(act)
  }

  committed() {
    for (const act of this.#after) act()
  }

  /** Events and jobs leave with one statement each, just before the commit. */
  async flush() {
    if (this.#events.length > 0) {
      const at = new Date().toISOString()
      const bySubscriber = new Map<string, object[]>()
      const waiting: { subscriber: string; event_id: string }[] = []
      for (const { id, name, ids, detail } of this.#events) {
        for (const subscriber of this.#subscribersOf(name)) {
          if (typeof subscriber === 'object') {
            waiting.push({ subscriber: subscriber.together, event_id: id })
            continue
          }
          const told = bySubscriber.get(subscriber) ?? []
          told.push({ id, name, at, ids, detail: detail ?? {} })
          bySubscriber.set(subscriber, told)
        }
      }
      for (const [subscriber, events] of bySubscriber) this.enqueue(subscriber, { events })
      const written = this.query(
        `with happened as (
           insert into event (org_id, id, name, ids, detail, at)
           select $1, e.id, e.name, e.ids, coalesce(e.detail, '{}'), $3 from jsonb_to_recordset($2) e (id uuid, name text, ids jsonb, detail jsonb))
         insert into event_waiting (org_id, subscriber, event_id) select $1, w.subscriber, w.event_id from jsonb_to_recordset($4) w (subscriber text, event_id uuid)`,
        [this.orgId, storableJson(this.#events), at, JSON.stringify(waiting)], 'insert-events')
      written.catch(() => {})
      const told = this.query(`select pg_notify('kontuar_live', '')`, [], 'notify-live')
      told.catch(() => {})
      if (this.#jobs.length === 0) await told
      await written
    }
    if (this.#jobs.length > 0) await this.query('select enqueue($1)', [JSON.stringify(this.#jobs)], 'enqueue')
  }
}
