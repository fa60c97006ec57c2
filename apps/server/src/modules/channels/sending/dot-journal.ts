// Which final dots this process has let go. One file a process; a line is written in the tick in which the dot leaves,
// by a plain synchronous write of a few microseconds. Such bytes lie with the operating system and survive the
// death of the process by any signal, though not a power cut: after another boot the file proves nothing and is not asked.
//
// The ledger in PostgreSQL alone would not do: its commit and the dot lie a turn of the event loop apart, milliseconds under
// load, and every mail in that gap would be uncertain after a kill although it never left.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Standing } from './rules/decide-after-death.ts'

export interface DotJournal {
  /** Names this process in the ledger. */
  readonly name: string
  /** Writes that the dot of this try leaves now. */
  note(claim: string): void
  /** What can be said of a try, of another process living or dead, or of our own (`running`: the tries under way here). */
  ask(name: string | null, claim: string | null, running: ReadonlySet<string>): Pick<Standing, 'claimant' | 'dot'>
}

const keptMs = 7 * 86_400_000

export function openDotJournal(dataDir: string): DotJournal {
  const folder = join(dataDir, 'sending')
  mkdirSync(folder, { recursive: true })
  sweep(folder)
  const name = `${thisPlace()}_${process.pid}_${startOf(process.pid) ?? 0}_${randomUUID()}`
  const file = openSync(join(folder, name), 'a', 0o600)
  return {
    name,
    note: (claim) => { writeSync(file, `${claim}\n`) },
    ask(other, claim, running) {
      if (other === null || claim === null) return { claimant: 'none', dot: 'unknown' }
      if (other === name) return running.has(claim) ? { claimant: 'alive', dot: 'unknown' } : { claimant: 'dead', dot: dotOf(join(folder, name), claim) }
      const [place, pid, start] = other.split('_')
      const path = join(folder, other)
      if (place !== thisPlace() || place === '' || other.includes('/') || !existsSync(path)) return { claimant: 'unknown', dot: 'unknown' }
      if (startOf(Number(pid)) === start) return { claimant: 'alive', dot: 'unknown' }
      return { claimant: 'dead', dot: dotOf(path, claim) }
    },
  }
}

const dotOf = (path: string, claim: string) => (readFileSync(path, 'utf8').split('\n').includes(claim) ? 'left' as const : 'held' as const)

/** This boot of this machine, and within it this space of process numbers (a container has its own). Empty where it cannot be told. */
function thisPlace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}.${/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? ''}`
  } catch {
    return ''
  }
}

/** When the process began, in clock ticks since boot: tells a number used again from the one we mean. null: no such process, or a dead one not yet buried. */
function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)\s/s, '').split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
  } catch {
    return null
  }
}

function sweep(folder: string) {
  for (const old of readdirSync(folder)) {
    const path = join(folder, old)
    if (Date.now() - statSync(path).mtimeMs > keptMs) rmSync(path, { force: true })
  }
}
