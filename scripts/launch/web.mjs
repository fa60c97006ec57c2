// Builds the browser applications when their sources changed, each beside the old one, and swaps the two.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { npm } from './npm.mjs'
import { memory, root } from './paths.mjs'
import { LaunchError, withProgress } from './say.mjs'

/** `proof`: the file without which a build is none. `packages`: whose sources go into it. */
const applications = [
  { name: 'web', what: 'the browser application', proof: 'index.html', packages: ['calendar', 'conditions', 'contracts', 'statistics', 'survey'] },
  { name: 'widget', what: 'the scripts for websites and kiosks', proof: 'loader.js', packages: ['conditions', 'survey'] },
]

export async function ensureWebBuilt() {
  if (applications.every(isBuilt)) return
  await withLock(async (noteHelper) => {
    for (const application of applications) {
      if (isBuilt(application)) continue
      const sources = fingerprint(application)
      await withProgress(`Building ${application.what}`, () => build(application, noteHelper))
      mkdirSync(memory, { recursive: true })
      writeFileSync(stampOf(application), sources)
    }
  })
}

const folderOf = ({ name }) => join(root, 'apps', name)
const stampOf = ({ name }) => join(memory, `${name}-built`)
const isBuilt = (application) => existsSync(join(folderOf(application), 'dist', application.proof)) && existsSync(stampOf(application)) && readFileSync(stampOf(application), 'utf8') === fingerprint(application)

async function build(application, noteHelper) {
  const folder = folderOf(application)
  const dist = join(folder, 'dist')
  for (const left of readdirSync(folder).filter((name) => /^dist\.(new|old)/.test(name))) rmSync(join(folder, left), { recursive: true, force: true })
  const { code, output } = await npm(['run', 'build', '--silent', '--', '--outDir', 'dist.new', '--logLevel', 'warn'], { cwd: folder, quiet: true, noteHelper })
  if (code !== 0 || !existsSync(join(folder, 'dist.new', application.proof))) throw new LaunchError(`It was not possible to build ${application.what}:\n${output.trim()}`)
  if (existsSync(dist)) renameSync(dist, join(folder, 'dist.old'))
  renameSync(join(folder, 'dist.new'), dist)
  rmSync(join(folder, 'dist.old'), { recursive: true, force: true })
}

/** By content, because git and copies give files new times. */
function fingerprint({ name, packages }) {
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
  for (const folder of [`apps/${name}`, ...packages.map((each) => `packages/${each}`)]) walk(folder)
  add('package-lock.json')
  return hash.digest('hex')
}
