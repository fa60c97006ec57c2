// Runs the npm that runs us, and ends it when we are ended.
import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { root } from './paths.mjs'
import { LaunchError } from './say.mjs'

for (const [signal, code] of [['SIGTERM', 143], ['SIGHUP', 129]]) process.on(signal, () => { if (process.listenerCount(signal) === 1) process.exit(code) })

export function checkNpm() {
  const version = /\bnpm\/(\d+)\.[\d.]+/.exec(process.env.npm_config_user_agent ?? '')
  if (version && Number(version[1]) < 10) throw new LaunchError(`Kontuar needs npm 10 or newer, and this is ${version[0].replace('/', ' ')}: run "npm install --global npm@10" or install a newer Node.`)
}

/** @returns {Promise<{ code: number | null, output: string }>} everything printed goes to standard error as well unless quiet */
export function npm(args, { quiet = false, cwd = root, noteHelper = () => {} } = {}) {
  // Inside `npm start` the pinned Node comes first on the path. It may be replaced under our feet by this very
  // installation, so npm runs on the Node it was started with.
  const path = (process.env.PATH ?? '').split(delimiter).filter((p) => !p.includes('node_modules')).join(delimiter)
  const script = process.env.npm_execpath
  const [program, first] = script?.endsWith('.js') ? [process.env.npm_node_execpath ?? process.execPath, [script]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], { cwd, env: { ...process.env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    if (child.pid) noteHelper(child.pid)
    // Stopped during a long installation: npm must not go on alone.
    const end = () => child.kill('SIGTERM')
    process.once('exit', end)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        if (!quiet) process.stderr.write(chunk)
      })
    }
    child.on('error', (error) => reject(error.code === 'ENOENT' ? new LaunchError('Kontuar needs npm to install itself, and there is none on the PATH: install Node with npm from https://nodejs.org.') : error))
    child.on('close', (code) => {
      process.off('exit', end)
      resolve({ code, output })
    })
  })
}
