// Config → start the services asked for → wait → stop cleanly.
import { ConfigError, readConfig } from './platform/config.ts'
import { createLog } from './platform/log.ts'
import { start } from './app/start.ts'

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const config = (() => {
  try {
    return readConfig(process.env, process.argv.slice(2))
  } catch (error) {
    if (error instanceof ConfigError) return fail(error.message)
    throw error
  }
})()
const log = createLog(config.logLevel)

const running = await start(config, log).catch((error: unknown) => {
  log.debug({ err: error }, 'start failed')
  return fail(`Kontuar could not start: ${(error as Error).message}`)
})

let stopping = false
async function stop(code: number) {
  if (stopping) return
  stopping = true
  // Whatever hangs, we are gone in ten seconds; what was not done stays in the database for the next start.
  setTimeout(() => process.exit(code || 1), 9500).unref()
  await running.stop()
  process.exit(code)
}
process.on('SIGTERM', () => void stop(0))
process.on('SIGINT', () => void stop(0))
process.on('uncaughtException', (err) => { log.fatal({ err }, 'an error nobody caught'); void stop(1) })
process.on('unhandledRejection', (err) => log.error({ err }, 'a rejection nobody caught'))
void running.lost.then((err) => { log.fatal({ err }, 'PostgreSQL is gone'); return stop(1) })

const notes = config.demo ? await (await import('./demo/load-demo.ts')).loadDemo(running.platform, running.ownerUrl) : []
if (running.webUrl) process.stdout.write(`Kontuar is ready: ${config.publicUrl ?? running.webUrl}\n`)
if (running.smtpPort) process.stdout.write(`Mail is taken at:  smtp://${config.host}:${running.smtpPort}\n`)
if (notes.length > 0) process.stdout.write(`${notes.join('\n')}\n`)
