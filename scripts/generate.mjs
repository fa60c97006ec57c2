/*
 * `npm run generate` writes the committed files that are made from others (database types, schema dump, OpenAPI …).
 * With --check it fails when that changed anything: then somebody forgot to run it.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './launch/install.mjs'
import { nodeBinary, root } from './launch/paths.mjs'
import { fail, say } from './launch/say.mjs'

const target = join(root, 'apps', 'server', 'src', 'generate.ts')
const args = process.argv.slice(2)

try {
  await ensureInstalled()
} catch (error) {
  fail(error)
}
if (!existsSync(target)) fail(new Error(`There is nothing to generate: ${target} does not exist.`))
const checking = args.includes('--check')
const before = checking ? fingerprints() : null
const { status } = spawnSync(nodeBinary, [target, ...args.filter((arg) => arg !== '--check')], { cwd: root, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
if (before) {
  const after = fingerprints()
  const drifted = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))
  if (drifted.length > 0) {
    say(`Generated files were out of date and have been written anew; commit them:\n${drifted.map((path) => `  ${path}`).join('\n')}`)
    process.exit(1)
  }
}

/** Every file that git knows or would know, so that new files count as well. */
function fingerprints() {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\0').filter(Boolean)
  return new Map(names.map((name) => {
    const path = join(root, name)
    return [name, existsSync(path) ? createHash('sha1').update(readFileSync(path)).digest('hex') : '']
  }))
}
