// The parts of `npm run check`, in the order in which they are cheap. Each answers with an exit code.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nodeBinary, root } from '../launch/paths.mjs'

const tool = (...path) => join(root, 'node_modules', ...path)
const node = (...args) => [nodeBinary, ...args]

export const quickSteps = [
  { name: 'types of server, packages and scripts', command: node(tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json') },
  { name: 'types of the web', command: node(tool('typescript', 'bin', 'tsc'), '-p', 'apps/web/tsconfig.json') },
  { name: 'types of the scripts for websites and kiosks', command: node(tool('typescript', 'bin', 'tsc'), '-p', 'apps/widget/tsconfig.json') },
  { name: 'lint', command: node(tool('oxlint', 'bin', 'oxlint'), '--deny-warnings') },
  { name: 'boundaries', command: node('scripts/boundaries.mjs') },
  { name: 'unused code and packages', command: node(tool('knip', 'bin', 'knip.js'), '--no-progress') },
  { name: 'lock file', command: node('scripts/checks/lockfile.mjs') },
  { name: 'words', command: node('scripts/words.mjs') },
  ...(existsSync(join(root, 'apps/server/src/generate.ts')) ? [{ name: 'generated files', command: node('scripts/generate.mjs', '--check') }] : []),
]

export const testProjects = ['pure', 'server', 'web', 'scripts']
