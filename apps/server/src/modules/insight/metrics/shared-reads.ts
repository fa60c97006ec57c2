// Many dashboards that ask the same at once cost one read a second. An answer is never older than its question: who asks within a second of the
// last read of the same waits for the next one, together with all who do, so that a dashboard told of a new fact never draws the figure of before.
import { setTimeout as wait } from 'node:timers/promises'
import type { MetricQuery, MetricResult } from '@kontuar/contracts'
import { viewer, type Database } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { askerOf, type Asker } from './asker.ts'
import { isCanceled, tooMuch } from './patiently.ts'
import { readMetrics, type Problem } from './read-metrics.ts'

type Answer = MetricResult | Problem
const apartMs = 1000

interface Known {
  /** When its last read began. */
  beganAt: number
  /** The read that has not begun yet, which everybody may still join. */
  next: Promise<Answer> | null
}

/** @param now for tests; milliseconds @param pause for tests */
export function sharedReads(db: Database, now: () => number = () => performance.now(), pause: (ms: number) => Promise<unknown> = (ms) => wait(ms)) {
  const known = new Map<string, Known>()

  /** Queries of one person that begin together are read in one transaction, on one snapshot. */
  async function read(actor: Actor, asker: Asker, queries: readonly MetricQuery[]): Promise<Answer[]> {
    const inOne = (some: readonly MetricQuery[]) => viewer.run(asker.restricted ? actor.staffId : null, () => db.report(actor.orgId, (tx) => readMetrics(tx, asker, some)))
    try {
      return await inOne(queries)
    } catch (error) {
      if (!isCanceled(error)) throw error
      // One reads too far, and spoilt the transaction for all: each by itself then.
      const answers: Answer[] = []
      for (const query of queries) {
        answers.push(await inOne([query]).then(([answer]) => answer!, (e: unknown) => {
          if (!isCanceled(e)) throw e
          return { problem: { code: tooMuch().code, detail: tooMuch().message } }
        }))
      }
      return answers
    }
  }

  return async function ask(actor: Actor, queries: readonly MetricQuery[]): Promise<Answer[]> {
    const asker = askerOf(actor)
    const sight = asker.restricted || asker.ownOnly || queries.some(asksForMe) ? actor.staffId : ''
    const wanted = queries.map((query) => ({ query, key: JSON.stringify([actor.orgId, sight, query]) }))
    const batches = new Map<number, { key: string; query: MetricQuery; settle: PromiseWithResolvers<Answer> }[]>()
    const answers = wanted.map(({ query, key }) => {
      const one = known.get(key) ?? { beganAt: -Infinity, next: null }
      known.set(key, one)
      if (one.next !== null) return one.next
      const settle = Promise.withResolvers<Answer>()
      one.next = settle.promise
      const delay = Math.max(0, Math.ceil(one.beganAt + apartMs - now()))
      batches.set(delay, [...(batches.get(delay) ?? []), { key, query, settle }])
      return settle.promise
    })
    for (const [delay, batch] of batches) void begin(actor, asker, delay, batch)
    return Promise.all(answers)
  }

  async function begin(actor: Actor, asker: Asker, delay: number, batch: readonly { key: string; query: MetricQuery; settle: PromiseWithResolvers<Answer> }[]): Promise<void> {
    await pause(delay)
    for (const { key } of batch) known.set(key, { beganAt: now(), next: null })
    try {
      const answers = await read(actor, asker, batch.map(({ query }) => query))
      for (const [i, { settle }] of batch.entries()) settle.resolve(answers[i]!)
    } catch (error) {
      for (const { settle } of batch) settle.reject(error)
    }
    forget()
  }

  /** What was read more than a second ago holds nobody up. */
  function forget(): void {
    if (known.size < 1000) return
    for (const [key, { beganAt, next }] of known) if (next === null && now() - beganAt > apartMs) known.delete(key)
  }
}

const asksForMe = (query: MetricQuery): boolean => query.where !== null && query.where !== undefined && JSON.stringify(query.where).includes('"@me"')
