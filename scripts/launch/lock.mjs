/*
 * Two starts in one clone take turns at installing and building. The lock is a file made in one step with its
 * content (a hard link), holding the process and the moment it began: a number alone may belong to another
 * program after a reboot. The npm that works under the lock is noted in it as well: it may outlive a launcher
 * that was killed, and nobody must install beside it.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './paths.mjs'
import { LaunchError, say } from './say.mjs'

/** @param work is given a function that notes a helper process (its number) in the lock */
export async function withLock(work, path = join(root, '.install.lock')) {
  const mine = lineOf(process.pid)
  await acquire(path, mine)
  try {
    return await work((pid) => appendFileSync(path, lineOf(pid)))
  } finally {
    if (read(path)?.startsWith(mine)) rmSync(path, { force: true })
  }
}

const lineOf = (pid) => `${pid} ${startOf(pid)}\n`

async function acquire(path, mine) {
  for (let told = false; ; ) {
    if (create(path, mine)) return
    const holder = read(path)
    if (holder === null) continue
    const pid = holder.split('\n').filter(isAlive).map(Number.parseFloat)[0]
    if (pid === undefined) {
      await takeOver(path, holder)
      continue
    }
    if (!told) say(`Another start is installing or building here (process ${pid}), waiting for it …`)
    told = true
    await pause(200)
  }
}

function create(path, mine) {
  const draft = `${path}.${process.pid}`
  try {
    writeFileSync(draft, mine)
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    if (['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw new LaunchError(`Kontuar must install or build something, but may not write into ${root} (${error.code}): start it once as the owner of that folder.`)
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Whoever renames first has it. A lock that turned out to be a fresh one is put back. */
async function takeOver(path, stale) {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, path)
    } catch {
      // A third start was quicker; it and the one put aside may both work, which only costs time.
    }
  }
  rmSync(aside, { force: true })
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function isAlive(line) {
  const [pid, start] = line.split(' ')
  return Number(pid) > 0 && start !== undefined && startOf(pid) === start
}

/** When a process began, in whatever form the system tells it; null when there is none. */
export function startOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // A zombie has ended; it only waits to be collected.
      return fields[0] === 'Z' ? null : fields[19]
    }
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'running' : null
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim().replaceAll(' ', '_') || null
  } catch {
    return null
  }
}
