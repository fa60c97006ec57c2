// One running server: starting it, finding one that is left over, stopping it.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { identity } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { ClusterSite } from './cluster.ts'
import { connect } from './connection.ts'

export type Postmaster = { pid: number; socketDir: string }
export type Probe = 'ready' | 'busy' | 'dead'

/** Reads postmaster.pid: 1 process, 2 data folder, 3 start, 4 port, 5 socket folder (PostgreSQL's miscinit.c). */
export function readPidFile(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number.parseInt(lines[0] ?? '', 10)
    return pid > 0 ? { pid, socketDir: lines[4] ?? '' } : null
  } catch {
    return null
  }
}

/** `busy` is a server that starts, recovers or shuts down: it answers, but takes no work (57P03). */
export async function probe(socketDir: string): Promise<Probe> {
  try {
    await (await connect(socketDir, 'kontuar probe')).end()
    return 'ready'
  } catch (error) {
    const { code } = error as { code?: string }
    return code === '57P03' || code === '53300' ? 'busy' : 'dead'
  }
}

/**
 * Starts the server in a session of its own, so that Ctrl+C in the terminal reaches us first, and so that it
 * outlives us when we are killed: it finishes what it writes, and the next start takes it over.
 */
export async function spawnPostmaster(site: ClusterSite, binaries: Binaries, logFile: string): Promise<ChildProcess> {
  const log = await open(logFile, 'a', 0o600)
  try {
    const child = spawn(binaries.postgres, ['-D', site.cluster], {
      ...identity(site.account), cwd: '/', detached: true, stdio: ['ignore', log.fd, log.fd],
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    })
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

/**
 * After a reboot or in a container the number in postmaster.pid may belong to some other process, and
 * PostgreSQL would refuse to start for ever. Linux can tell: every process of a server works inside its
 * cluster folder. Elsewhere PostgreSQL's own check stands.
 */
export function removeStalePidFile(cluster: string): void {
  if (process.platform !== 'linux' || !existsSync(join(cluster, 'postmaster.pid'))) return
  const folder = realpathSync(cluster)
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      if (readlinkSync(`/proc/${entry}/cwd`) === folder) return
    } catch {
      // Ended meanwhile, or another user's; PostgreSQL of this cluster always runs under our account.
    }
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/** Fast shutdown: open transactions are rolled back, everything committed is written. Harsher after `withinMs`. */
export async function stopPostmaster(cluster: string, pid: number, withinMs = 5_000): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isRunning(cluster, pid)) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const until = Date.now() + (signal === 'SIGINT' ? withinMs : 2_000)
    while (isRunning(cluster, pid) && Date.now() < until) await pause(20)
  }
}

// The server removes postmaster.pid as its very last act. A zombie answers signal 0, so that alone tells nothing.
function isRunning(cluster: string, pid: number): boolean {
  if (readPidFile(cluster)?.pid !== pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
