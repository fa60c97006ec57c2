// A reading thread that misbehaves on mails whose subject says so; otherwise the real one.
import { parentPort } from 'node:worker_threads'

parentPort!.on('message', ({ raw }: { raw: Uint8Array }) => {
  const subject = /^Subject: (\w+)\r$/m.exec(Buffer.from(raw).toString())?.[1]
  if (subject === 'hang') for (;;);
  if (subject === 'exit') process.exit(7)
  if (subject === 'throw') throw new Error('a fault between the lines')
  if (subject === 'swell') {
    const kept: unknown[] = []
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })))
  }
})
await import('./parse-thread.ts')
