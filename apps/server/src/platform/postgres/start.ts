// Start or take over the cluster of a data folder, and hold it for this process alone.
import type { ChildProcess } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { ensureCluster, writeSettings } from './cluster.ts'
import { ensureDatabase, port, urlOf, withConnection } from './connection.ts'
import { isLast, type Purpose, takeLock } from './lock.ts'
import { readComplaint, rotateLog } from './log-file.ts'
import { findPlace, type Notice, type Place } from './place.ts'
import { PostgresError } from './postgres-error.ts'
import { probe, readPidFile, removeStalePidFile, spawnPostmaster, stopPostmaster } from './postmaster.ts'

export type StartOptions = {
  dataDir: string
  log: Notice
  /** `serve` (default) wants the data folder for itself; `visit` shares the server of a running Kontuar. */
  purpose?: Purpose
  /** How long a predecessor that is still stopping is waited for, in milliseconds. */
  patienceMs?: number
  /** Instead of /var/lib/kontuar; for tests. */
  elsewhere?: string
}

export type RunningPostgres = {
  /** Connects as the owner of the program's database, which is no superuser. */
  ownerUrl: string
  socketDir: string
  port: number
  /** True when the server was running already: left by a killed process, or shared with a Kontuar. */
  reused: boolean
  /** Settles when the server goes away although nobody called `stop`. */
  lost: Promise<Error>
  /** Stops the server within 5 s (a visitor: only when nobody else uses it). May be called twice. */
  stop(): Promise<void>
}

/** @throws PostgresError with a sentence for the administrator */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const { dataDir, log, purpose = 'serve', patienceMs = 10_000 } = options
  if (process.platform === 'win32') throw new PostgresError('The bundled PostgreSQL is not used on Windows: set DATABASE_URL to a PostgreSQL 15 or newer, or run Kontuar inside WSL.')
  const place = findPlace(dataDir, log, options.elsewhere)
  const binaries = await findBinaries(place.account, place.copiesFolder)
  if (await ensureCluster(place, binaries) === 'made') log.info(`A new PostgreSQL ${binaries.version} database was made in ${place.cluster}.`)
  const until = Date.now() + patienceMs
  for (;;) {
    const reused = await bringUp(place, binaries, log, until)
    const lock = await takeLock(place.socketDir, purpose, Math.max(0, until - Date.now()), (holder) => log.info(`Waiting for another Kontuar (${holder}) to leave the data folder ${place.dataDir} …`))
    if (lock === 'gone') {
      await pause(100)
      continue
    }
    if ('heldBy' in lock) throw new PostgresError(`Kontuar is already running on the data folder ${place.dataDir} (${lock.heldBy}): stop it first, or give this one a folder of its own with KONTUAR_DATA.`)
    if (reused && purpose === 'serve' && await isOutdated(place, binaries)) {
      log.info(`The PostgreSQL left running is older than ${binaries.version}: it is started anew.`)
      await lock.client.end()
      await stopRunning(place)
      continue
    }
    if (reused && purpose === 'serve') await refreshSettings(place)
    await ensureDatabase(place.socketDir)
    return present(place, lock.client, purpose, reused)
  }
}

/** Answers whether a server was there already. */
async function bringUp(place: Place, binaries: Binaries, log: Notice, until: number): Promise<boolean> {
  for (;;) {
    const state = readPidFile(place.cluster) ? await probe(place.socketDir) : 'dead'
    if (state === 'ready') return true
    if (state === 'busy') {
      await pause(100)
      continue
    }
    removeStalePidFile(place.cluster)
    await writeSettings(place)
    await rotateLog(place.logFile)
    const logged = await stat(place.logFile).then((s) => s.size, () => 0)
    const child = await spawnPostmaster(place, binaries, place.logFile)
    if (await becomesReady(child, place, log)) return false
    const complaint = await readComplaint(place.logFile, logged)
    // A killed predecessor holds its lock file and its memory for a second or two, until the system has buried it.
    if (!/lock file|already exists|still in use|shared memory/i.test(complaint) || Date.now() > until) {
      throw new PostgresError(`PostgreSQL did not start: ${complaint}. More is in ${place.logFile}.`)
    }
    await pause(250)
  }
}

async function becomesReady(child: ChildProcess, place: Place, log: Notice): Promise<boolean> {
  const begun = Date.now()
  let told = begun
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) return false
    if (readPidFile(place.cluster)?.pid === child.pid && await probe(place.socketDir) === 'ready') return true
    await pause(25)
    if (Date.now() - told < 5_000) continue
    told = Date.now()
    log.info(`PostgreSQL reads its journal after an unclean stop (${Math.round((told - begun) / 1000)} s) …`)
  }
}

async function isOutdated(place: Place, binaries: Binaries): Promise<boolean> {
  return withConnection(place.socketDir, 'postgres', async (client) => {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return !rows[0]?.server_version.startsWith(binaries.version)
  })
}

async function refreshSettings(place: Place) {
  await writeSettings(place)
  await withConnection(place.socketDir, 'postgres', (client) => client.query('select pg_reload_conf()'))
}

async function stopRunning(place: Place) {
  const running = readPidFile(place.cluster)
  if (running) await stopPostmaster(place.cluster, running.pid)
}

function present(place: Place, lockClient: pg.Client, purpose: Purpose, reused: boolean): RunningPostgres {
  let stopping: Promise<void> | undefined
  const rotation = setInterval(() => void rotateLog(place.logFile).catch(() => {}), 3_600_000)
  rotation.unref()
  const lost = new Promise<Error>((resolve) => {
    lockClient.on('end', () => {
      if (!stopping) resolve(new Error(`PostgreSQL stopped by itself; the reason is in ${place.logFile}`))
    })
  })
  const stop = async () => {
    clearInterval(rotation)
    if (purpose === 'serve' || await isLast(lockClient).catch(() => false)) await stopRunning(place)
    await lockClient.end().catch(() => {})
  }
  return { ownerUrl: urlOf(place.socketDir), socketDir: place.socketDir, port, reused, lost, stop: () => stopping ??= stop() }
}
