// A whole Kontuar in the test's process: real PostgreSQL, all modules, requests by inject, jobs on demand.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { runOnce, Logger } from 'graphile-worker'
import pg from 'pg'
import type { Role, RouteDefinition } from '@kontuar/contracts'
import { createAuthenticate } from '../modules/identity/index.ts'
import { buildOrganization, buildToken, type TestOrganization } from '../modules/identity/testing.ts'
import { readConfig } from '../platform/config.ts'
import { createCrypto } from '../platform/crypto/seal.ts'
import { openDatabase } from '../platform/db/database.ts'
import { openDiskStore } from '../platform/files/disk.ts'
import { takeWaiting } from '../platform/jobs/take-waiting.ts'
import { toTaskList } from '../platform/jobs/worker.ts'
import { startLive } from '../platform/live/hub.ts'
import { createLog } from '../platform/log.ts'
import type { Platform } from '../platform/platform.ts'
import { cloneDatabase } from '../platform/postgres/testing.ts'
import { buildServer } from './build-server.ts'
import { modules, subscribersTogether } from './modules.ts'
import { sight } from './sight.ts'
import { subscribersOf } from './subscriptions.ts'

export type { TestOrganization } from '../modules/identity/testing.ts'

export interface TestKontuar {
  platform: Platform
  app: FastifyInstance
  /** The routes that are served. */
  implemented: RouteDefinition[]
  /** Two organizations, each with one person of every role. */
  orgA: TestOrganization
  orgB: TestOrganization
  ownerUrl: string
  /** A token with all that the role allows; made once per organization and role. */
  tokenOf(role: Role, org?: TestOrganization): Promise<string>
  /** One request to /api/v1 as a program with a token (default: administrator of A; null: nobody). */
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, token?: string | null): Promise<Answer>
  /** A second web process on the same database. */
  anotherProcess(): Promise<{ app: FastifyInstance; stop(): Promise<void> }>
  inject(options: InjectOptions): Promise<LightMyRequestResponse>
  /** Runs what waits, until nothing is due any more. A job that fails makes it throw unless `failing` says otherwise. */
  runJobs(options?: { failing?: boolean }): Promise<void>
  stop(): Promise<void>
}

/** `body` is null when the answer is not JSON. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test looks at the answer it expects, whatever its shape
export interface Answer { status: number; body: any; headers: Record<string, unknown>; text: string }

/** @param options.organizations false: an empty installation; orgA and orgB must not be touched then */
export async function startTestKontuar(env: NodeJS.ProcessEnv = {}, options: { organizations?: boolean } = {}): Promise<TestKontuar> {
  const database = await cloneDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'kontuar-test-data-'))
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', KONTUAR_DATA: dataDir, PORT: '0', SMTP_PORT: '0', ...env }, [])
  const db = openDatabase({ url: database.ownerUrl, subscribersOf, max: 8 })
  const platform: Platform = {
    config, db, log: createLog(config.logLevel), files: openDiskStore(join(dataDir, 'files')),
    crypto: createCrypto(config.secret ?? 'a secret for tests alone'),
    publicUrl: () => config.publicUrl ?? 'http://localhost:80',
  }
  const { app, implemented, stop: stopWeb } = await startWeb(platform, database.ownerUrl)
  const [orgA, orgB] = options.organizations === false ? [] as unknown as [TestOrganization, TestOrganization] : [await buildOrganization(db), await buildOrganization(db)]
  const ownerPool = new pg.Pool({ connectionString: database.ownerUrl, max: 3 })
  ownerPool.on('error', () => {})
  ownerPool.on('connect', (client) => client.on('error', () => {}))
  const taskList = toTaskList(modules.flatMap((m) => m.jobs?.(platform) ?? []), modules.flatMap((m) => m.subscribers?.(platform) ?? []))
  const tokens = new Map<string, Promise<string>>()

  const tokenOf: TestKontuar['tokenOf'] = (role, org = orgA) => {
    const key = `${org.orgId} ${role}`
    const token = tokens.get(key) ?? buildToken(db, org.orgId, org.staff[role])
    tokens.set(key, token)
    return token
  }

  return {
    platform, app, implemented, orgA, orgB, ownerUrl: database.ownerUrl, tokenOf,
    async ask(method, path, body, token) {
      const bearer = token === undefined ? await tokenOf('administrator') : token
      const answer = await app.inject({
        method, url: `/api/v1${path}`,
        headers: bearer === null ? {} : { authorization: `Bearer ${bearer}` },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const json = /json/.test(String(answer.headers['content-type']))
      return { status: answer.statusCode, body: json && answer.body !== '' ? answer.json() : null, headers: answer.headers, text: answer.body }
    },
    async anotherProcess() {
      const ownDb = openDatabase({ url: database.ownerUrl, subscribersOf, max: 4 })
      const web = await startWeb({ ...platform, db: ownDb }, database.ownerUrl)
      return { app: web.app, stop: async () => { await web.stop(); await ownDb.close() } }
    },
    inject: (options) => app.inject(options),
    async runJobs({ failing = false } = {}) {
      // A job may add others, due at once: run until none is due.
      for (;;) {
        await takeWaiting({ db, log: platform.log, subscribers: subscribersTogether })
        await runOnce({ pgPool: ownerPool, taskList, noHandleSignals: true, logger: new Logger(() => () => {}) })
        const { rows } = await ownerPool.query<{ task: string; attempts: number; last_error: string | null }>(
          `select t.identifier as task, j.attempts, j.last_error from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
           where j.attempts < j.max_attempts and (j.run_at <= now() or j.last_error is not null)`)
        const failed = rows.find((r) => r.last_error !== null)
        if (failed && !failing) throw new Error(`The job ${failed.task} failed: ${failed.last_error}`)
        if (rows.every((r) => r.last_error !== null) && (await db.query('select 1 from waiting_for_events()')).length === 0) return
      }
    },
    async stop() {
      await stopWeb()
      await Promise.all([db.close(), ownerPool.end()])
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function startWeb(platform: Platform, ownerUrl: string) {
  const live = await startLive(platform, ownerUrl, sight)
  const { app, implemented } = await buildServer(platform, createAuthenticate(platform), live)
  return { app, implemented, stop: async () => { await live.stop(); await app.close() } }
}
