/*
 * Installs the packages when they are missing, incomplete or older than package-lock.json. A remembered hash
 * makes the usual start cost two milliseconds. `npm ci` begins by deleting node_modules, so it is used only for
 * an empty clone and after an installation that was killed; an upgrade changes what differs and leaves a
 * server that still runs from here on its feet.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { npm } from './npm.mjs'
import { findMissingBinaries, memory, modules, nodeBinary, root } from './paths.mjs'
import { LaunchError, withProgress } from './say.mjs'

const stamp = join(memory, 'installed')
const unfinished = join(root, '.install.unfinished')
// The browser application is built here, so its build tools are wanted under NODE_ENV=production too. The
// packages ask for a Node that is itself one of them.
const flags = ['--include=dev', '--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error']

/** @returns {Promise<boolean>} whether anything was installed */
export async function ensureInstalled() {
  if (isInstalled()) return false
  return withLock(async (noteHelper) => {
    if (isInstalled()) return false
    if (!matchesLockfile()) await withProgress('Installing packages (about 700 MB, once)', () => installPackages(noteHelper))
    if (findMissingBinaries().includes('node') || !runs(nodeBinary)) await withProgress('Installing Node for Kontuar', () => installNode(noteHelper))
    if (findMissingBinaries().includes('postgres') && !process.env.DATABASE_URL) await withProgress('Installing PostgreSQL for Kontuar', () => installPackages(noteHelper))
    mkdirSync(memory, { recursive: true })
    writeFileSync(stamp, fingerprint())
    rmSync(unfinished, { force: true })
    return true
  })
}

function isInstalled() {
  return read(stamp) === fingerprint() && !existsSync(unfinished) && findMissingBinaries().filter((name) => name === 'node' || !process.env.DATABASE_URL).length === 0
}

function fingerprint() {
  const libc = process.platform === 'linux' ? (process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl') : ''
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${libc}\n`)
  for (const name of ['package.json', 'package-lock.json']) hash.update(read(join(root, name)) ?? '')
  return hash.digest('hex')
}

/** npm writes what it installed into a hidden lock file: somebody may have run `npm ci` by hand. */
function matchesLockfile() {
  if (existsSync(unfinished)) return false
  try {
    const wanted = JSON.parse(read(join(root, 'package-lock.json'))).packages
    const found = JSON.parse(read(join(modules, '.package-lock.json'))).packages
    return Object.entries(wanted).every(([path, { version, optional, link }]) =>
      !path.includes('node_modules/') || link || optional || (found[path]?.version === version && existsSync(join(root, path))))
  } catch {
    return false
  }
}

async function installPackages(noteHelper) {
  const clean = !existsSync(modules) || existsSync(unfinished)
  writeFileSync(unfinished, 'An installation was begun and has not ended. Kontuar removes this file when one has.\n')
  let { code, output } = await npm([...(clean ? ['ci'] : ['install', '--no-save']), ...flags], { quiet: true, noteHelper })
  if (code !== 0 && clean && output.includes('EUSAGE')) ({ code, output } = await npm(['install', '--no-save', ...flags], { quiet: true, noteHelper }))
  if (code !== 0) throw new LaunchError(explain(output))
}

function explain(output) {
  const reason = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET)\b/.exec(output)?.[1]
  if (reason) return `The packages could not be fetched (${reason}): Kontuar needs the network for its first start and after an upgrade. Connect, then run npm start again.`
  if (/\bENOSPC\b/.test(output)) return `The disk is full: Kontuar needs about 1 GB in ${root}. Make room, then run npm start again.`
  if (/\bE(ACCES|PERM)\b/.test(output)) return `Kontuar may not write into ${root}: start it as the owner of that folder, or give the folder to the account that starts it.`
  return `The packages could not be installed:\n${output.trim()}`
}

/** The package `node` fetches its binary in an install script, and scripts may be switched off. */
async function installNode(noteHelper) {
  const folder = join(modules, 'node')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const name = `${prefix}-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const { code, output } = await npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`], { cwd: folder, quiet: true, noteHelper })
  if (code !== 0) throw new LaunchError(output.includes('E404') ? `There is no Node ${version} for ${process.platform}-${process.arch}, so Kontuar cannot run on this machine.` : explain(output))
  const source = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  mkdirSync(join(folder, 'bin'), { recursive: true })
  rmSync(nodeBinary, { force: true })
  try {
    linkSync(source, nodeBinary)
  } catch {
    copyFileSync(source, nodeBinary)
  }
  if (!runs(nodeBinary)) throw new LaunchError(`The Node that Kontuar brings does not run on this machine (${nodeBinary}): Kontuar needs a Linux with glibc 2.28 or newer, or macOS.`)
}

const runs = (binary) => spawnSync(binary, ['--version'], { stdio: 'ignore' }).status === 0

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
