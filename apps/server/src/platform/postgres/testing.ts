/*
 * Databases for tests. One throw-away cluster serves a whole Vitest run (see testing-setup.ts); each test file
 * takes a clone of a template that was migrated once. Nothing is cleaned up by hand: the cluster goes as a whole,
 * also when Vitest is killed.
 */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import { listMigrations, migrate } from '../db/migrate.ts'
import { findAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { type ClusterSite, ensureCluster, writeSettings } from './cluster.ts'
import { owner, urlOf, withConnection } from './connection.ts'
import { probe, spawnPostmaster } from './postmaster.ts'

export type TestCluster = { socketDir: string; stop(): Promise<void> }
export type TestDatabase = { ownerUrl: string; drop(): Promise<void> }
export type TestDatabases = { clone(): Promise<TestDatabase> }

declare module 'vitest' {
  interface ProvidedContext {
    postgresSocketDir: string
  }
}

const templateLock = 7_301_002

/** A cluster that forgets everything on a power cut, and is therefore quick. */
export async function startTestCluster(): Promise<TestCluster> {
  const account = findAccount(null)
  const folder = mkdtempSync('/tmp/kontuar-test-')
  const site: ClusterSite = { cluster: join(folder, 'postgres'), socketDir: join(folder, 'socket'), account }
  mkdirSync(site.socketDir, { mode: 0o700 })
  if (account) for (const path of [folder, site.socketDir]) chownSync(path, account.uid, account.gid)
  const binaries = await findBinaries(account, '/var/lib/kontuar/bin')
  await ensureCluster(site, binaries, { sync: false })
  await writeSettings(site, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200', shared_buffers: '64MB', autovacuum: 'off' })
  const server = await spawnPostmaster(site, binaries, join(folder, 'postgres.log'))
  const undertaker = buryWithUs(server.pid ?? 0, folder)
  while (await probe(site.socketDir) !== 'ready') {
    if (server.exitCode !== null) throw new Error(`The test cluster did not start: see ${folder}/postgres.log`)
    await pause(20)
  }
  await withConnection(site.socketDir, 'postgres', (client) => client.query(`create role ${owner} login createdb createrole`))
  return {
    socketDir: site.socketDir,
    stop: () => new Promise((resolve) => {
      undertaker.once('exit', () => resolve())
      undertaker.stdin?.end()
    }),
  }
}

// Its standard input closes when we end in whatever way, SIGKILL included.
function buryWithUs(pid: number, folder: string) {
  const script = 'cat >/dev/null; kill -QUIT "$1" 2>/dev/null; while kill -0 "$1" 2>/dev/null && [ -e "$2/postgres/postmaster.pid" ]; do sleep 0.05; done; rm -rf "$2"'
  const child = spawn('/bin/sh', ['-c', script, 'sh', String(pid), folder], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  child.unref()
  return child
}

/**
 * Clones of one template on the run's cluster. The first caller (of all test files) migrates it.
 * @param key names the template; two templates with one key are taken for the same
 */
export function createTestDatabases(options: { migrate: (ownerUrl: string) => Promise<unknown>; key: string; socketDir?: string }): TestDatabases {
  const socketDir = options.socketDir ?? inject('postgresSocketDir')
  const template = `template_${createHash('sha256').update(options.key).digest('hex').slice(0, 16)}`
  let ready: Promise<void> | undefined
  return {
    async clone() {
      await (ready ??= ensureTemplate(socketDir, template, options.migrate))
      const name = `test_${randomBytes(6).toString('hex')}`
      // Measured with the program's template: 35 to 80 ms by copying files, 200 to 240 ms through the journal.
      await withConnection(socketDir, 'postgres', (client) => client.query(`create database ${name} owner ${owner} template ${template} strategy file_copy`))
      return {
        ownerUrl: urlOf(socketDir, name),
        drop: () => withConnection(socketDir, 'postgres', async (client) => { await client.query(`drop database if exists ${name} with (force)`) }),
      }
    },
  }
}

async function ensureTemplate(socketDir: string, template: string, prepare: (ownerUrl: string) => Promise<unknown>) {
  await withConnection(socketDir, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount) return
    const half = `${template}_half`
    await client.query(`drop database if exists ${half} with (force)`)
    await client.query(`create database ${half} owner ${owner}`)
    await prepare(urlOf(socketDir, half))
    await client.query(`alter database ${half} rename to ${template}`)
  })
}

let program: TestDatabases | undefined

/** A fresh database with all migrations of the program. Dropping it is a courtesy, not a duty. */
export async function cloneDatabase(): Promise<TestDatabase> {
  if (!program) {
    const migrations = await listMigrations()
    program = createTestDatabases({ migrate, key: migrations.map((m) => m.hash).join() })
  }
  return program.clone()
}
