// PostgreSQL refuses to run as root, so root starts it under another account that every machine has.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { PostgresError } from './postgres-error.ts'

/** Numbers for `spawn`; null means: run as who we are. */
export type Account = { name: string; uid: number; gid: number } | null

/** The account PostgreSQL runs under. An existing cluster keeps its owner, whoever starts it. */
export function findAccount(existingCluster: string | null): Account {
  if (process.getuid?.() !== 0) return null
  const owner = existingCluster ? statSync(existingCluster) : null
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf(name, '-u')
    const gid = idOf(name, '-g')
    if (uid !== null && gid !== null && uid !== 0) return { name, uid, gid }
  }
  throw new PostgresError('PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody": start Kontuar as an ordinary user, or set DATABASE_URL.')
}

function idOf(name: string, flag: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  const id = Number.parseInt(stdout ?? '', 10)
  return status === 0 && Number.isSafeInteger(id) ? id : null
}

/** Asks the kernel rather than reading mode bits: ACLs, groups and mounts count too. */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...identity(account), cwd: '/', stdio: 'ignore' }).status === 0
}

export function identity(account: Account): { uid: number; gid: number } | Record<string, never> {
  return account ? { uid: account.uid, gid: account.gid } : {}
}
