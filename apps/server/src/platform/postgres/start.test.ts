// Guards the bundled PostgreSQL against what happens to it in life: kills, second starts, odd paths, closed folders.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { readPidFile, stopPostmaster } from './postmaster.ts'
import { type RunningPostgres, type StartOptions, startPostgres } from './start.ts'

const isRoot = process.getuid?.() === 0
const folders: string[] = []
const running: RunningPostgres[] = []
const children: ChildProcess[] = []

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(running.map((r) => r.stop()))
  for (const folder of folders) {
    const left = readPidFile(join(folder, 'postgres'))
    if (left) await stopPostmaster(join(folder, 'postgres'), left.pid)
    rmSync(folder, { recursive: true, force: true })
  }
})

function freshFolder(): string {
  const folder = mkdtempSync('/tmp/kontuar-pg-')
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

async function start(dataDir: string, options: Partial<StartOptions> = {}) {
  const said: string[] = []
  const log = { info: (m: string) => said.push(m), warn: (m: string) => said.push(m) }
  const postgres = await startPostgres({ dataDir, log, ...options })
  running.push(postgres)
  return { ...postgres, said }
}

async function startElsewhere(dataDir: string, patienceMs = 10_000) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('hold.fixture.ts', import.meta.url)), dataDir, String(patienceMs)], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = await once(createInterface(child.stdout), 'line') as [string]
  return { child, ...JSON.parse(line) as { ownerUrl: string; reused?: boolean; refused?: string } }
}

async function kill(child: ChildProcess) {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('a data folder of its own', () => {
  test('the first start makes a database that is safe against power cuts and closed to the network', async () => {
    const folder = freshFolder()
    const { ownerUrl, reused, said, stop } = await start(join(folder, 'data'))
    expect(reused).toBe(false)
    expect(said).toHaveLength(1)
    const [row] = await query(ownerUrl, `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
      current_setting('data_checksums') as checksums, current_setting('listen_addresses') as network, current_setting('server_encoding') as encoding,
      (select datlocprovider from pg_database where datname = current_database()) as provider,
      (select rolsuper from pg_roles where rolname = current_user) as super`)
    expect(row).toEqual({ fsync: 'on', commits: 'on', checksums: 'on', network: '', encoding: 'UTF8', provider: 'i', super: false })
    await stop()
    await stop()
    expect(readPidFile(join(folder, 'data/postgres'))).toBeNull()
  })

  test('what was committed is there after a stop and a start', async () => {
    const folder = freshFolder()
    const first = await start(folder)
    await query(first.ownerUrl, `create table note as select 'kept' as text`)
    await first.stop()
    const second = await start(folder)
    expect(second.reused).toBe(false)
    expect(await query(second.ownerUrl, 'select text from note')).toEqual([{ text: 'kept' }])
    await second.stop()
  })

  test('a path too long for a socket, with spaces and Polish letters, works', async () => {
    const folder = join(freshFolder(), 'zażółć gęślą jaźń, "bardzo" długa ścieżka '.repeat(3), "o'brien")
    const { ownerUrl, socketDir, stop } = await start(folder)
    expect(Buffer.byteLength(socketDir)).toBeLessThan(80)
    expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
    rmSync(socketDir, { recursive: true })
  })

  test('a folder with foreign files in place of the database is refused and left alone', async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres/holiday.jpg'), 'x')
    await expect(start(folder)).rejects.toThrow(/holds no database: move it away/)
    expect(readdirSync(join(folder, 'postgres'))).toEqual(['holiday.jpg'])
  })

  test('a database of another major version is refused with the way to move it', async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '12\n')
    await expect(start(folder)).rejects.toThrow(/made by PostgreSQL 12.*backup/)
  })

  test('own settings win, and a wrong one is named', async () => {
    const folder = freshFolder()
    const first = await start(folder)
    await first.stop()
    const own = join(folder, 'postgres/postgresql.local.conf')
    appendFileSync(own, `work_mem = '3MB'\n`)
    const second = await start(folder)
    expect(await query(second.ownerUrl, 'show work_mem')).toEqual([{ work_mem: '3MB' }])
    await second.stop()
    appendFileSync(own, `work_mem = 'plenty'\n`)
    await expect(start(folder)).rejects.toThrow(/did not start: .*"work_mem": "plenty"/)
  })
})

describe('two at once', () => {
  test('a second Kontuar on the same data folder is refused in one sentence, and the first goes on', async () => {
    const folder = freshFolder()
    const { ownerUrl, stop } = await start(folder)
    const { refused } = await startElsewhere(folder, 200)
    expect(refused).toBe(`Kontuar is already running on the data folder ${folder} (process ${process.pid}): stop it first, or give this one a folder of its own with KONTUAR_DATA.`)
    expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  })

  test('of two first starts at the same moment one wins and the other is refused kindly', async () => {
    const folder = freshFolder()
    const both = await Promise.all([startElsewhere(folder, 1_500), startElsewhere(folder, 1_500)])
    expect(both.map((b) => b.refused?.slice(0, 26)).sort()).toEqual(['Kontuar is already running', undefined])
    const winner = both.find((b) => !b.refused)
    expect(await query(winner?.ownerUrl ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('one that is just stopping is waited for', async () => {
    const folder = freshFolder()
    const first = await start(folder)
    const second = start(folder)
    await first.stop()
    expect(await query((await second).ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await (await second).stop()
  })

  test('a visitor shares the server and leaves it running', async () => {
    const folder = freshFolder()
    const server = await start(folder)
    const visitor = await start(folder, { purpose: 'visit' })
    expect(visitor.reused).toBe(true)
    await visitor.stop()
    expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  })

  test('without a server running, the last visitor stops what the first one started', async () => {
    const folder = freshFolder()
    const one = await start(folder, { purpose: 'visit' })
    const two = await start(folder, { purpose: 'visit' })
    await one.stop()
    expect(await query(two.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await two.stop()
    expect(readPidFile(join(folder, 'postgres'))).toBeNull()
  })
})

describe('after a kill', () => {
  test('killed Node leaves PostgreSQL alive, and the next start takes it over and can stop it', async () => {
    const folder = freshFolder()
    const { child, ownerUrl } = await startElsewhere(folder)
    await query(ownerUrl, `create table note as select 'committed' as text`)
    const before = readPidFile(join(folder, 'postgres'))?.pid
    await kill(child)
    const next = await start(folder)
    expect(next.reused).toBe(true)
    expect(readPidFile(join(folder, 'postgres'))?.pid).toBe(before)
    expect(await query(next.ownerUrl, 'select text from note')).toEqual([{ text: 'committed' }])
    await next.stop()
    expect(readPidFile(join(folder, 'postgres'))).toBeNull()
  })

  test('with Node and PostgreSQL both killed, the next start recovers what was committed', async () => {
    const folder = freshFolder()
    const { child, ownerUrl } = await startElsewhere(folder)
    await query(ownerUrl, `create table note as select 'committed' as text`)
    process.kill(readPidFile(join(folder, 'postgres'))?.pid ?? 0, 'SIGKILL')
    await kill(child)
    const next = await start(folder)
    expect(next.reused).toBe(false)
    expect(await query(next.ownerUrl, 'select text from note')).toEqual([{ text: 'committed' }])
    await next.stop()
  })

  test.runIf(process.platform === 'linux')('a number in postmaster.pid that another program has by now does not block the start', async () => {
    const folder = freshFolder()
    const { child } = await startElsewhere(folder)
    const pidFile = join(folder, 'postgres/postmaster.pid')
    process.kill(readPidFile(join(folder, 'postgres'))?.pid ?? 0, 'SIGKILL')
    await kill(child)
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.ppid)))
    const next = await start(folder)
    expect(next.reused).toBe(false)
    await next.stop()
  })

  test('a server that goes away by itself is reported', async () => {
    const folder = freshFolder()
    const { lost, stop } = await start(folder)
    process.kill(readPidFile(join(folder, 'postgres'))?.pid ?? 0, 'SIGQUIT')
    expect((await lost).message).toContain('PostgreSQL stopped by itself')
    await stop()
  })
})

describe.runIf(isRoot)('root in a folder that only root may enter', () => {
  test('the database lies elsewhere, a note says where, and it is said once', async () => {
    const home = freshFolder()
    chmodSync(home, 0o700)
    const elsewhere = freshFolder()
    const first = await start(join(home, 'data'), { elsewhere })
    expect(first.said.filter((s) => s.includes('may not enter'))).toHaveLength(1)
    await query(first.ownerUrl, `create table note as select 'kept' as text`)
    await first.stop()
    const note = readFileSync(join(home, 'data/postgres-location.txt'), 'utf8')
    expect(note).toContain(`\n    ${elsewhere}/`)
    const second = await start(join(home, 'data'), { elsewhere })
    expect(second.said).toEqual([])
    expect(await query(second.ownerUrl, 'select text from note')).toEqual([{ text: 'kept' }])
    await second.stop()
  })

  test('a fresh data folder on an old path begins empty, and the old database is not touched', async () => {
    const home = freshFolder()
    chmodSync(home, 0o700)
    const elsewhere = freshFolder()
    const old = await start(join(home, 'data'), { elsewhere })
    await query(old.ownerUrl, `create table note as select 'old' as text`)
    await old.stop()
    rmSync(join(home, 'data'), { recursive: true })
    const fresh = await start(join(home, 'data'), { elsewhere })
    expect(await query(fresh.ownerUrl, `select to_regclass('note') as note`)).toEqual([{ note: null }])
    await fresh.stop()
    expect(readdirSync(elsewhere).filter((name) => existsSync(join(elsewhere, name, 'postgres/PG_VERSION')))).toHaveLength(2)
  })

  test('a note to a database that is gone is refused instead of beginning empty', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'postgres-location.txt'), 'The database lies in\n\n    /nowhere/at/all/postgres\n')
    await expect(start(folder)).rejects.toThrow(/that folder is gone: restore it/)
  })

  test('a database whose folder was closed afterwards is refused instead of beginning empty', async () => {
    const home = freshFolder()
    const first = await start(join(home, 'data'))
    await first.stop()
    chmodSync(home, 0o700)
    await expect(start(join(home, 'data'))).rejects.toThrow(/chmod o\+x/)
  })
})
