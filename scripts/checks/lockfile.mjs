/*
 * npm forgets optional packages of other platforms when it writes the lock file over an existing node_modules, and
 * registries may lack some of them; `npm ci` then refuses the file on every machine. So each one must be listed.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../launch/paths.mjs'

/** @returns {string[]} what the lock file names but does not hold */
export function findGaps(packages) {
  const gaps = []
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isReachable(packages, path, name)) gaps.push(`${name} (wanted by ${path || 'the root'})`)
    }
  }
  return gaps
}

function isReachable(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true
    if (folder === '') return false
  }
}

if (import.meta.main) {
  const gaps = findGaps(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages)
  for (const gap of gaps) console.error(`package-lock.json lacks ${gap}.`)
  if (gaps.length > 0) console.error('Make the lock file anew without node_modules ("npm install --package-lock-only" in a copy), with versions whose packages all exist.')
  process.exit(gaps.length === 0 ? 0 : 1)
}
