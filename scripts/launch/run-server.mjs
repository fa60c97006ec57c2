/*
 * Runs the server and stays as its go-between. Who may die, and what happens then:
 *   Ctrl+C            reaches npm and us; the server has a session of its own and hears it once, from us
 *   SIGTERM to npm    npm hands it to us, we hand it on
 *   SIGKILL to npm    nobody tells us, but our parent changes: we stop the server
 *   SIGKILL to us     the server's channel to us closes: it stops itself (follow-launcher.mjs)
 *   terminal closes   SIGHUP: we stop the server
 * So nothing keeps the ports without an owner. Left running by `nohup npm start &` is not affected: npm lives on.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { nodeBinary, root } from './paths.mjs'
import { fail } from './say.mjs'

const followLauncher = new URL('follow-launcher.mjs', import.meta.url)

/**
 * Memory goes back instead of being kept for the next burst: small young generations, and two instead of sixteen
 * arenas of the C library. Measured after 10,000 mails: 290 MB without, 245 MB with, at the same speed.
 */
export const memoryFlags = ['--max-semi-space-size=8']
export const memoryEnvironment = { MALLOC_ARENA_MAX: '2' }

export function runServer(file, args) {
  const child = spawn(nodeBinary, [...memoryFlags, '--import', followLauncher.href, file, ...args], { cwd: root, detached: true, env: { ...memoryEnvironment, ...process.env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.on('error', fail)
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))

  let last = 0
  const stop = (signal) => {
    // npm hands on the SIGINT that the terminal has given us already. A second one means it.
    const now = Date.now()
    if (now - last < 500) return
    last = now
    child.kill(signal)
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGHUP', () => stop('SIGTERM'))
  if (process.env.npm_lifecycle_event) watchAncestors(() => stop('SIGTERM'))
}

/** npm is our parent, or its shell is: some shells stay between the two. */
function watchAncestors(onLoss) {
  const lineage = () => `${process.ppid} ${parentOf(process.ppid)}`
  const before = lineage()
  const timer = setInterval(() => {
    if (lineage() === before) return
    clearInterval(timer)
    onLoss()
  }, 500)
  timer.unref()
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const isShell = /^\d+ \((ba|da|a)?sh\)/.test(stat)
    return isShell ? stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] : ''
  } catch {
    return ''
  }
}
