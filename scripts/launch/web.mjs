// Builds the browser application when its sources changed, beside the old one, and swaps the two.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { npm } from './npm.mjs'
import { memory, root } from './paths.mjs'
import { LaunchError, withProgress } from './say.mjs'

const web = join(root, 'apps', 'web')
const dist = join(web, 'dist')
const stamp = join(memory, 'web-built')

export async function ensureWebBuilt() {
  if (isBuilt()) return
  await withLock(async (noteHelper) => {
    if (isBuilt()) return
    const sources = fingerprint()
    await withProgress('Building the browser application', () => build(noteHelper))
    mkdirSync(memory, { recursive: true })
    writeFileSync(stamp, sources)
  })
}

const isBuilt = () => existsSync(join(dist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()

async function build(noteHelper) {
  for (const left of readdirSync(web).filter((name) => /^dist\.(new|old)/.test(name))) rmSync(join(web, left), { recursive: true, force: true })
  const { code, output } = await npm(['run', 'build', '--silent', '--', '--outDir', 'dist.new', '--logLevel', 'warn'], { cwd: web, quiet: true, noteHelper })
  if (code !== 0 || !existsSync(join(web, 'dist.new', 'index.html'))) throw new LaunchError(`The browser application could not be built:\n${output.trim()}`)
  if (existsSync(dist)) renameSync(dist, join(web, 'dist.old'))
  renameSync(join(web, 'dist.new'), dist)
  rmSync(join(web, 'dist.old'), { recursive: true, force: true })
}

/** By content, because git and copies give files new times. */
function fingerprint() {
  const hash = createHash('sha256')
  const add = (path) => hash.update(path).update('\0').update(readFileSync(join(root, path))).update('\0')
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`
      if (/^(node_modules|dist.*|\..*)$/.test(entry.name) || entry.name.includes('.test.')) continue
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile()) add(path)
    }
  }
  for (const folder of ['apps/web', 'packages/contracts']) walk(folder)
  add('package-lock.json')
  return hash.digest('hex')
}
