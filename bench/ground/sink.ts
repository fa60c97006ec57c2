// A mail server in a process of its own that counts what it takes. Run as a program it prints its port, then one
// line for each mail it has said "250" to: the Message-ID. It answers after a random moment, as real ones do.
import type { AddressInfo } from 'node:net'
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

const self = fileURLToPath(import.meta.url)

export interface CountingSink {
  port: number
  /** Times taken, by Message-ID without <>. */
  taken: Map<string, number>
  stop(): void
}

export async function startSink(longestAnswerMs: number): Promise<CountingSink> {
  const child: ChildProcess = spawn(process.execPath, [self, String(longestAnswerMs)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const taken = new Map<string, number>()
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the sink ended')))
    createInterface(child.stdout!).on('line', (line) => {
      if (line.startsWith('port ')) resolve(Number(line.slice(5)))
      else taken.set(line, (taken.get(line) ?? 0) + 1)
    })
  })
  return { port, taken, stop: () => { child.kill('SIGKILL') } }
}

if (process.argv[1] === self) {
  // Our starter is gone, however it went.
  process.stdin.resume().on('end', () => process.exit(0))
  const longest = Number(process.argv[2] ?? 0)
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, logger: false,
    onData(stream, _session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const id = /^message-id:\s*<([^>]+)>/im.exec(Buffer.concat(pieces).toString('latin1'))?.[1] ?? 'none'
        // Taken is taken, whether or not the client lives to hear of it.
        void pause(Math.random() * longest).then(() => {
          process.stdout.write(`${id}\n`)
          done()
        })
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${(server.server.address() as AddressInfo).port}\n`))
}
