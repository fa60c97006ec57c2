// Puts the deliveries of all jobs that run at this moment into common batches: what is read per second does
// not depend on how many mails came in one commit. One batch is parsed while the one before is written;
// writing is one at a time for each organization, so that a reply read right after the mail it answers
// finds its ticket.
import type { Platform } from '../../../platform/platform.ts'
import { createParsePool, type ParsePool, type ParsePoolOptions } from './parse-pool.ts'
import { prepareMails } from './prepare-mail.ts'
import { writeRead } from './write-read.ts'

const mostInBatch = 50
const inFlight = 2

export interface Reader {
  /** Resolves when each is read, parked or was so before; rejects with the first reason otherwise. */
  read(orgId: number, deliveryIds: readonly string[]): Promise<void>
  stop(): Promise<void>
}

interface Asked { promise: Promise<void>; resolve(): void; reject(error: Error): void }
interface Line { waiting: Map<string, Asked>; running: number; written: Promise<unknown> }

export function createReader(platform: Platform, options: ParsePoolOptions = {}): Reader {
  const pool: ParsePool = createParsePool(options)
  const lines = new Map<number, Line>()

  function pump(orgId: number, line: Line) {
    while (line.running < inFlight && line.waiting.size > 0) {
      const batch = new Map([...line.waiting].slice(0, mostInBatch))
      for (const id of batch.keys()) line.waiting.delete(id)
      line.running++
      void readBatch(orgId, line, batch).finally(() => {
        line.running--
        if (line.running === 0 && line.waiting.size === 0) lines.delete(orgId)
        else pump(orgId, line)
      })
    }
  }

  async function readBatch(orgId: number, line: Line, batch: Map<string, Asked>) {
    const before = line.written
    const work = (async () => {
      const prepared = await prepareMails(platform, pool, orgId, [...batch.keys()])
      await before
      return writeRead(platform.db, orgId, prepared)
    })()
    line.written = work.catch(() => {})
    try {
      const failures = await work
      for (const [id, asked] of batch) {
        const failure = failures.get(id)
        if (failure) asked.reject(failure)
        else asked.resolve()
      }
    } catch (error) {
      for (const asked of batch.values()) asked.reject(error as Error)
    }
  }

  return {
    async read(orgId, deliveryIds) {
      const line = lines.get(orgId) ?? { waiting: new Map(), running: 0, written: Promise.resolve() }
      lines.set(orgId, line)
      const asked = deliveryIds.map((id) => {
        const known = line.waiting.get(id)
        if (known) return known.promise
        const { promise, resolve, reject } = Promise.withResolvers<void>()
        line.waiting.set(id, { promise, resolve, reject })
        return promise
      })
      // Taken at the next turn, so that jobs which start together are read together.
      setImmediate(() => pump(orgId, line))
      const failed = (await Promise.allSettled(asked)).find((r) => r.status === 'rejected')
      if (failed) throw failed.reason
    },
    stop: () => pool.stop(),
  }
}
