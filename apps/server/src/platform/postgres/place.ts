/*
 * Where the cluster lives. Normally <data>/postgres. Started by root below a folder that only root may
 * enter, PostgreSQL's account could not reach it there, so it lies under /var/lib/kontuar/<id> and a note
 * in the data folder says so. The note is also how the next start finds it: the id is random, so a fresh
 * data folder on an old path never wakes up an old database.
 */
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Account, canEnter, findAccount } from './account.ts'
import { PostgresError } from './postgres-error.ts'

export type Place = { dataDir: string; cluster: string; socketDir: string; logFile: string; account: Account; copiesFolder: string }
export type Notice = { info(message: string): void; warn(message: string): void }

const systemFolder = '/var/lib/kontuar'
const noteName = 'postgres-location.txt'
const port = 5432
// sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero included.
const longestSocketPath = 103

export function findPlace(givenDataDir: string, log: Notice, elsewhere = systemFolder): Place {
  mkdirSync(givenDataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const dataDir = realpathSync(givenDataDir)
  const noted = readNote(dataDir)
  if (noted && !existsSync(noted)) {
    throw new PostgresError(`${join(dataDir, noteName)} says that the database lies in ${noted}, but that folder is gone: restore it, or move the data folder ${dataDir} away to begin with an empty one.`)
  }
  const here = join(dataDir, 'postgres')
  const existing = noted ?? (existsSync(join(here, 'PG_VERSION')) ? here : null)
  const account = findAccount(existing)
  const home = existing ? dirname(existing) : chooseHome(dataDir, account, log, elsewhere)
  if (existing && account && !canEnter(account, home)) {
    throw new PostgresError(`The database in ${existing} belongs to the account ${account.name}, which may not enter ${home}: allow it with chmod o+x on that folder and those above.`)
  }
  const cluster = join(home, 'postgres')
  return { dataDir, cluster, socketDir: findSocketDir(home, account), logFile: join(dataDir, 'postgres.log'), account, copiesFolder: join(elsewhere, 'bin') }
}

function readNote(dataDir: string): string | null {
  const note = join(dataDir, noteName)
  if (!existsSync(note)) return null
  const path = /^ {4}(\/.*)$/m.exec(readFileSync(note, 'utf8'))?.[1]
  if (!path) throw new PostgresError(`${note} no longer says where the database lies: write its path into a line of its own, after four spaces.`)
  return path
}

function chooseHome(dataDir: string, account: Account, log: Notice, elsewhere: string): string {
  if (!account || canEnter(account, dataDir)) return dataDir
  const home = join(elsewhere, randomBytes(5).toString('hex'))
  mkdirSync(home, { recursive: true, mode: 0o711 })
  const cluster = join(home, 'postgres')
  mkdirSync(cluster, { mode: 0o700 })
  chownSync(cluster, account.uid, account.gid)
  writeFileSync(join(home, 'belongs-to.txt'), `${dataDir}\n`)
  writeFileSync(join(dataDir, noteName), [
    'The database of this data folder lies in', '', `    ${cluster}`, '',
    `because PostgreSQL does not run as root, and the account "${account.name}", which runs it instead,`,
    'may not enter this folder. Keep this file: Kontuar finds its database by it. A backup by',
    '"npm run -s kontuar -- backup" contains the database wherever it lies.', '',
  ].join('\n'))
  log.info(`The database lies in ${cluster}, because the account "${account.name}" may not enter ${dataDir} (see ${join(dataDir, noteName)}).`)
  return home
}

function findSocketDir(home: string, account: Account): string {
  const beside = join(home, 'postgres-socket')
  const short = `kontuar-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`
  const candidates = fits(beside) ? [beside] : [...(process.getuid?.() === 0 ? [join('/run', short)] : []), join('/tmp', short)]
  for (const folder of candidates) {
    if (prepare(folder, account)) return folder
  }
  throw new PostgresError(`Cannot use ${candidates.at(-1)} for PostgreSQL's socket, because it belongs to someone else: remove it, or choose a shorter KONTUAR_DATA.`)
}

function fits(folder: string): boolean {
  // Commas, quotes and backslashes mean something in the setting unix_socket_directories.
  return Buffer.byteLength(join(folder, `.s.PGSQL.${port}.lock`)) <= longestSocketPath && !/[,"'\\\n]/.test(folder)
}

/** In /tmp someone else may have made the folder first: it is used only when it is a real folder of ours. */
function prepare(folder: string, account: Account): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== (account?.uid ?? process.getuid?.())) return false
  if ((found.mode & 0o777) !== 0o700) chmodSync(folder, 0o700)
  return true
}
