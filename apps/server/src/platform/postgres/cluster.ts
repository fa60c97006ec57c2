// Makes a new cluster. It appears under its final name in one step, so a killed start leaves none half-made.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, readFile, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Account, identity } from './account.ts'
import type { Binaries } from './binaries.ts'
import { PostgresError } from './postgres-error.ts'
import { accessText, type Overrides, ownSettingsFile, settingsText } from './settings.ts'

export type ClusterSite = { cluster: string; socketDir: string; account: Account }

export async function ensureCluster(site: ClusterSite, binaries: Binaries, options: { sync?: boolean } = {}): Promise<'made' | 'found'> {
  const { cluster, account } = site
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    await checkVersion(cluster, binaries)
    return 'found'
  }
  if (existsSync(cluster) && (await readdir(cluster)).length > 0) {
    throw new PostgresError(`${cluster} is not empty and holds no database: move it away, or choose another folder with KONTUAR_DATA.`)
  }
  await sweepHalfMade(cluster)
  const half = await mkdtemp(`${cluster}.new-`)
  if (account) await chown(half, account.uid, account.gid)
  await initdb(half, binaries, account, options.sync ?? true)
  await rmdir(cluster).catch(() => {})
  try {
    await rename(half, cluster)
    return 'made'
  } catch (error) {
    // Another start was quicker: its cluster is as good as ours.
    await rm(half, { recursive: true, force: true })
    if (existsSync(join(cluster, 'PG_VERSION'))) return 'found'
    throw error
  }
}

/** Rewrites what changed of the configuration; the running server needs a reload to see it. */
export async function writeSettings(site: ClusterSite, overrides?: Overrides): Promise<void> {
  const { hba, ident } = accessText()
  if (!existsSync(join(site.cluster, ownSettingsFile))) await replaceFile(site, ownSettingsFile, '# Settings in this file win over those of postgresql.conf, and upgrades leave it alone.\n')
  await replaceFile(site, 'postgresql.conf', settingsText(site.socketDir, overrides))
  await replaceFile(site, 'pg_hba.conf', hba)
  await replaceFile(site, 'pg_ident.conf', ident)
}

async function replaceFile({ cluster, account }: ClusterSite, name: string, text: string) {
  const path = join(cluster, name)
  if (await readFile(path, 'utf8').catch(() => null) === text) return
  const half = `${path}.${process.pid}.new`
  await writeFile(half, text, { mode: 0o600 })
  if (account) await chown(half, account.uid, account.gid)
  await rename(half, path)
}

async function initdb(folder: string, { initdb: program }: Binaries, account: Account, sync: boolean) {
  const common = ['-D', folder, '-U', 'postgres', '--encoding=UTF8', '--data-checksums', '--auth=reject', '--no-instructions', ...(sync ? [] : ['--no-sync'])]
  // `und` is the root order of Unicode: right for no single language, wrong for none; screens ask for pl or ru.
  const withIcu = ['--locale-provider=icu', '--icu-locale=und', '--locale=C']
  const attempts = [[...withIcu, '--lc-ctype=C.UTF-8'], withIcu, ['--locale=C.UTF-8'], ['--locale=C']]
  let complaint = ''
  for (const locale of attempts) {
    const { code, stderr } = await run(program, [...common, ...locale], account)
    if (code === 0) return
    complaint = stderr
    if (!/locale|icu/i.test(stderr)) break
  }
  await rm(folder, { recursive: true, force: true })
  throw new PostgresError(`PostgreSQL could not make its database in ${dirname(folder)}: ${complaint.trim().split('\n').findLast((l) => l.includes('error')) ?? complaint.trim()}`)
}

function run(program: string, args: string[], account: Account): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...identity(account), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'], LC_ALL: 'C' } })
    let stderr = ''
    child.stderr.on('data', (chunk) => { stderr += chunk })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stderr }))
  })
}

/** A start killed during initdb leaves its folder behind: a minute later nobody works on it any more. */
async function sweepHalfMade(cluster: string) {
  const prefix = `${cluster}.new-`
  for (const name of await readdir(dirname(cluster))) {
    const path = join(dirname(cluster), name)
    if (path.startsWith(prefix) && (await stat(path)).mtimeMs < Date.now() - 60_000) await rm(path, { recursive: true, force: true })
  }
}

async function checkVersion(cluster: string, { version }: Binaries) {
  const major = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (major === version.split('.')[0]) return
  throw new PostgresError(`The database in ${cluster} was made by PostgreSQL ${major}, this Kontuar brings ${version}: start the older Kontuar, run "npm run -s kontuar -- backup", then restore the backup with this one into a new data folder.`)
}
