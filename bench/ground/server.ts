// A whole Kontuar in a process of its own, on fresh ports and a fresh data folder.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { memoryEnvironment, memoryFlags } from '../../scripts/launch/run-server.mjs'
import { startPostgres } from '../../apps/server/src/platform/postgres/index.ts'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
const cli = fileURLToPath(new URL('../../apps/server/src/cli.ts', import.meta.url))
export const adminEmail = 'admin@bench.example'
export const mailbox = 'biuro@bench.example'

export interface BenchServer {
  url: string
  smtpPort: number
  dataDir: string
  ownerUrl: string
  token: string
  /** Milliseconds from spawn to "ready". */
  startedInMs: number
  pid: number
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Starts again on the same data and ports. */
  restart(): Promise<void>
  /** Kills PostgreSQL as well. */
  killEverything(): Promise<void>
  remove(): Promise<void>
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve) })
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => { probe.close(resolve) })
  return port
}

/** In a folder of its own that goes with it; KONTUAR_BENCH_DATA names one that stays, for what takes long to fill. @param env added to the environment, for example KONTUAR_SMTP_URL. */
export async function startServer(env: Record<string, string> = {}): Promise<BenchServer> {
  const kept = process.env['KONTUAR_BENCH_DATA']
  if (kept) await mkdir(kept, { recursive: true })
  const dataDir = kept ?? await mkdtemp('/tmp/kontuar-bench-')
  // PostgreSQL runs under another account than root: it must find its cluster in here.
  await chmod(dataDir, 0o711)
  const port = await freePort()
  const smtpPort = await freePort()
  const environment = {
    ...process.env, PORT: String(port), SMTP_PORT: String(smtpPort), KONTUAR_DATA: dataDir, KONTUAR_ORG: 'Bench', KONTUAR_ADMIN_EMAIL: adminEmail, KONTUAR_ADMIN_PASSWORD: 'bench bench bench',
    KONTUAR_MAILBOX: mailbox, LOG_LEVEL: process.env['BENCH_LOG'] ?? 'error', ...env,
  }
  let child: ChildProcess
  const launch = async () => {
    const from = performance.now()
    child = spawn(process.execPath, [...memoryFlags, main], { env: { ...memoryEnvironment, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    await new Promise<void>((resolve, reject) => {
      child.stdout!.on('data', (chunk: Buffer) => { out += String(chunk); if (out.includes('Mail is taken')) resolve() })
      child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready\n${out}`)))
    })
    return performance.now() - from
  }
  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => { child.once('exit', resolve) })
    child.kill(signal)
    await gone
  }
  const startedInMs = await launch()
  const visit = await startPostgres({ dataDir, log: { info() {}, warn() {} }, purpose: 'visit' })
  const token = await run([cli, 'token', 'create', '--email', adminEmail], environment)
  const server: BenchServer = {
    url: `http://127.0.0.1:${port}`, smtpPort, dataDir, ownerUrl: visit.ownerUrl, token: token.trim(), startedInMs, pid: child!.pid!,
    kill,
    async restart() {
      for (let attempt = 0; ; attempt++) {
        try {
          this.startedInMs = await launch()
          this.pid = child.pid!
          return
        } catch (error) {
          // The ports of a killed process stay busy for half a second.
          if (attempt >= 10) throw error
          await pause(300)
        }
      }
    },
    async killEverything() {
      const postmaster = Number((await readFile(await findPidFile(dataDir), 'utf8')).split('\n')[0])
      const family = await descendants(postmaster)
      child.kill('SIGKILL')
      for (const pid of [postmaster, ...family]) try { process.kill(pid, 'SIGKILL') } catch { /* gone already */ }
      await kill('SIGKILL')
    },
    async remove() {
      // Before the server stops PostgreSQL under it.
      await visit.stop()
      await kill()
      if (!kept) await rm(dataDir, { recursive: true, force: true })
    },
  }
  return server
}

async function findPidFile(dataDir: string): Promise<string> {
  const entries = await readdir(dataDir, { recursive: true })
  const found = entries.find((e) => e.endsWith('postmaster.pid'))
  if (!found) throw new Error('no postmaster.pid')
  return `${dataDir}/${found}`
}

export async function descendants(pid: number): Promise<number[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')).trim().split(' ').filter(Boolean).map(Number)
  return [...children, ...(await Promise.all(children.map(descendants))).flat()]
}

/** Proportional set size of the processes: shared memory counted once. Bytes. */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  let sum = 0
  for (const pid of pids) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    sum += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
  }
  return sum
}

export async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(await findPidFile(dataDir), 'utf8')).split('\n')[0])
}

async function run(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => { out += String(chunk) })
  const code = await new Promise((resolve) => { child.once('exit', resolve) })
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`)
  return out
}
