import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { checkNpm } from './npm.mjs'
import { nodeBinary, root } from './paths.mjs'
import { fail } from './say.mjs'

/** In the terminal's own group, so that a command can ask for a password and Ctrl+C reaches it directly. */
export async function runCommand(args) {
  try {
    checkNpm()
    await ensureInstalled()
  } catch (error) {
    fail(error)
  }
  const child = spawn(nodeBinary, [join(root, 'apps', 'server', 'src', 'cli.ts'), ...args], { cwd: root, stdio: 'inherit' })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGINT', () => {})
  child.on('error', fail)
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
