// A whole Kontuar as people run it: `npm start` on a data folder of its own and free ports that it keeps over a restart.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface StartedKontuar {
  url: string
  smtpPort: number
  dataDir: string
  /** Everything printed so far, for messages of failed tests. */
  output(): string
  /** SIGTERM to npm, as a service manager sends it. Answers the exit code; 128 + n after a signal. */
  stop(): Promise<number | null>
  /** Starts again after `stop`, on the same data and ports. */
  restart(): Promise<void>
  /** Stops and deletes the data folder. */
  discard(): Promise<void>
}

export interface StartOptions { env?: Record<string, string>; args?: string[]; dataDir?: string }

/** @throws when it ends before both addresses are printed; the message holds all it said */
export async function startKontuar(options: StartOptions = {}): Promise<StartedKontuar> {
  const dataDir = options.dataDir ?? mkdtempSync('/tmp/kontuar-e2e-')
  // Started by root, PostgreSQL works under another account: closed to it, its database would go to /var/lib.
  if (!options.dataDir) chmodSync(dataDir, 0o711)
  const ports = { PORT: String(await freePort()), SMTP_PORT: String(await freePort()) }
  const env = { ...process.env, ...ports, KONTUAR_DATA: dataDir, NODE_ENV: '', ...options.env }
  const child = spawn('npm', ['start', '--', ...(options.args ?? [])], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  const ended = once(child, 'exit')
  createInterface(child.stderr).on('line', (line) => said.push(line))
  const addresses = new Promise<{ url: string; smtpPort: number }>((resolve) => {
    let url: string | undefined
    createInterface(child.stdout).on('line', (line) => {
      said.push(line)
      url = /^Kontuar is ready: (\S+)/.exec(line)?.[1] ?? url
      const smtpPort = /^Mail is taken at:.*:(\d+)/.exec(line)?.[1]
      if (url && smtpPort) resolve({ url, smtpPort: Number(smtpPort) })
    })
  })
  const first = await Promise.race([addresses, ended])
  if (Array.isArray(first) && !options.dataDir) rmSync(dataDir, { recursive: true, force: true })
  if (Array.isArray(first)) throw new Error(`Kontuar ended before it was ready:\n${said.join('\n')}`)
  let stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    return (await ended)[0] as number | null
  }
  return {
    ...first, dataDir,
    stop: () => stop(),
    output: () => said.join('\n'),
    async restart() {
      const again = await startKontuar({ ...options, dataDir, env: { ...ports, ...options.env } })
      stop = again.stop
    },
    discard: async () => {
      await stop()
      // An error in the server's log explains more than a browser that waits in vain.
      const errors = said.filter((line) => /"level":(50|60)/.test(line))
      if (errors.length > 0) console.error(errors.join('\n'))
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
