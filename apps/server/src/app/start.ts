// Starts the services asked for, in the order in which each needs the one before; stops them in reverse.
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { Config } from '../platform/config.ts'
import { createCrypto } from '../platform/crypto/seal.ts'
import { loadSecret } from '../platform/crypto/secret.ts'
import { openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import { openFiles } from '../platform/files/open.ts'
import { joinProcesses } from '../platform/jobs/processes.ts'
import { startTaking } from '../platform/jobs/take-waiting.ts'
import { startWorker } from '../platform/jobs/worker.ts'
import type { Log } from '../platform/log.ts'
import type { Platform } from '../platform/platform.ts'
import { startPostgres } from '../platform/postgres/index.ts'
import { createAuthenticate, setUpUnattended } from '../modules/identity/index.ts'
import { ensureFirstMailbox, startMailService } from '../modules/channels/index.ts'
import { startLive } from '../platform/live/hub.ts'
import { buildServer } from './build-server.ts'
import { modules, subscribersTogether } from './modules.ts'
import { afterUpgrade, schedules } from './schedules.ts'
import { sight } from './sight.ts'
import { subscribersOf } from './subscriptions.ts'

export interface Running {
  webUrl: string | null
  smtpPort: number | null
  platform: Platform
  ownerUrl: string
  /** Settles when something we cannot live without is gone. */
  lost: Promise<Error>
  stop(): Promise<void>
}

export async function start(config: Config, log: Log): Promise<Running> {
  const closing: (() => Promise<unknown>)[] = []
  const stop = async () => { for (const close of closing.splice(0).reverse()) await close().catch((err: unknown) => log.error({ err }, 'stopping: a part did not close')) }
  try {
    await mkdir(config.dataDir, { recursive: true })
    let ownerUrl = config.databaseUrl
    let lost: Promise<Error> = new Promise(() => {})
    if (ownerUrl === null) {
      const postgres = await startPostgres({ dataDir: config.dataDir, log: { info: (m: string) => log.info(m), warn: (m: string) => log.warn(m) } })
      closing.push(() => postgres.stop())
      ownerUrl = postgres.ownerUrl
      lost = postgres.lost
    }
    const applied = await migrate(ownerUrl)
    if (applied.length > 0) log.info({ migrations: applied.length }, 'database brought up to date')

    const db = openDatabase({ url: ownerUrl, subscribersOf, replicaUrl: config.databaseReplicaUrl })
    closing.push(() => db.close())
    if (applied.length > 0) await db.query('select enqueue($1)', [JSON.stringify(afterUpgrade.map((name) => ({ name, payload: { orgId: 0 }, key: name })))])
    let address = config.publicUrl
    const platform: Platform = {
      config, log, db,
      files: openFiles(config),
      crypto: createCrypto(await loadSecret(config.secret, config.dataDir)),
      publicUrl: () => address ?? `http://${hostInUrl(config.host)}:${config.port}`,
    }
    await setUpUnattended(platform)
    await ensureFirstMailbox(platform)

    const membership = await joinProcesses(ownerUrl, config.services, log)
    closing.push(() => membership.leave())
    if (config.services.includes('worker')) {
      const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 6, application_name: 'kontuar-worker' })
      ownerPool.on('error', () => {})
      ownerPool.on('connect', (client) => client.on('error', () => {}))
      closing.push(() => ownerPool.end())
      const runner = await startWorker({
        ownerPool, log, schedules, onWorkerId: (id) => membership.addWorkerId(id),
        jobs: modules.flatMap((m) => m.jobs?.(platform) ?? []), subscribers: modules.flatMap((m) => m.subscribers?.(platform) ?? []),
      })
      closing.push(() => runner.stop())
      const taker = await startTaking({ db, log, subscribers: subscribersTogether }, ownerUrl)
      closing.push(() => taker.stop())
    }
    let smtpPort: number | null = null
    if (config.services.includes('mail')) {
      const mail = await startMailService(platform)
      smtpPort = mail.smtpPort
      closing.push(() => mail.stop())
    }
    let webUrl: string | null = null
    if (config.services.includes('web')) {
      const live = await startLive(platform, ownerUrl, sight)
      closing.push(() => live.stop())
      const { app } = await buildServer(platform, createAuthenticate(platform), live)
      await app.listen({ host: config.host, port: config.port })
      closing.push(() => app.close())
      webUrl = `http://${hostInUrl(config.host)}:${(app.server.address() as AddressInfo).port}`
      address ??= webUrl
    }
    return { webUrl, smtpPort, platform, ownerUrl, lost, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const hostInUrl = (host: string) => (host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host)
