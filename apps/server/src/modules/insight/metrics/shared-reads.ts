// Many dashboards that ask the same at once cost one read a second. An answer is never older than its question: who asks soon after the last
// read of the same waits for the next one, together with all who do, so that a dashboard told of a new fact never draws the figure of before.
// A few who ask wait a quarter of a second at most; a crowd makes it a whole one.
import { setTimeout as wait } from 'node:timers/promises'
import type { MetricQuery, MetricResult } from '@kontuar/contracts'
import { viewer, type Database } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { askerOf, type Asker } from './asker.ts'
import { isCanceled, tooMuch } from './patiently.ts'
import { readMetrics, type Problem } from './read-metrics.ts'

type Answer = MetricResult | Problem

const [apartMs, apartOfCrowdMs] = [250, 1000]
/** From so many askers of one read on they are a crowd. */
const crowd = 20
/** A crowd comes within moments: so long the first of it waits for the others. */
const gatherMs = 20

interface Question {
  key: string
  query: MetricQuery
  /** When its last read began, and how many it served. */
  beganAt: number
  served: number
  /** The read that has not begun yet, which everybody may still join. */
  next: { promise: Promise<Answer>; resolve(answer: Answer): void; reject(reason: unknown): void; askers: number } | null
}

interface Clock { now(): number; pause(ms: number): Promise<unknown> }
const realClock: Clock = { now: () => performance.now(), pause: (ms) => wait(ms) }

export function sharedReads(db: Database, clock: Clock = realClock) {
  const known = new Map<string, Question>()

  /** How long until the next read of it may begin. */
  function delayOf({ beganAt, served, next }: Question): number {
    const many = Math.max(served, next?.askers ?? 0) >= crowd
    return Math.max(many ? gatherMs : 0, beganAt + (many ? apartOfCrowdMs : apartMs) - clock.now())
  }

  async function ask(actor: Actor, queries: readonly MetricQuery[]): Promise<Answer[]> {
    const asker = askerOf(actor)
    const sight = asker.restricted || asker.ownOnly || queries.some(asksForMe) ? actor.staffId : ''
    const mine: Question[] = []
    const answers = queries.map((query) => {
      const key = JSON.stringify([actor.orgId, sight, query])
      const question = known.get(key) ?? { key, query, beganAt: -Infinity, served: 0, next: null }
      known.set(key, question)
      if (question.next === null) {
        question.next = { ...Promise.withResolvers<Answer>(), askers: 0 }
        mine.push(question)
      }
      question.next.askers++
      return question.next.promise
    })
    void begin(actor, asker, mine)
    return Promise.all(answers)
  }

  /** Those that may begin together are read in one transaction, on one snapshot. */
  async function begin(actor: Actor, asker: Asker, questions: readonly Question[]): Promise<void> {
    for (const [delay, some] of Map.groupBy(questions, (question) => Math.ceil(delayOf(question)))) void beginAfter(actor, asker, delay, some)
  }

  async function beginAfter(actor: Actor, asker: Asker, delay: number, questions: readonly Question[]): Promise<void> {
    if (delay > 0) await clock.pause(delay)
    // A crowd may have come meanwhile: then it is a whole second after the read before.
    const ready = delay > 0 ? questions.filter((question) => delayOf(question) <= gatherMs) : questions
    if (ready.length < questions.length) void begin(actor, asker, questions.filter((question) => !ready.includes(question)))
    if (ready.length === 0) return
    const joined = ready.map((question) => question.next!)
    for (const [i, question] of ready.entries()) Object.assign(question, { beganAt: clock.now(), served: joined[i]!.askers, next: null })
    try {
      const answers = await read(actor, asker, ready.map(({ query }) => query))
      for (const [i, { resolve }] of joined.entries()) resolve(answers[i]!)
    } catch (error) {
      for (const { reject } of joined) reject(error)
    }
    forget()
  }

  async function read(actor: Actor, asker: Asker, queries: readonly MetricQuery[]): Promise<Answer[]> {
    // Whoever began the read, not whoever joined it: all of one key see the same.
    const inOne = (some: readonly MetricQuery[]) => viewer.run(asker.restricted ? actor.staffId : null, () => db.report(actor.orgId, (tx) => readMetrics(tx, asker, some)))
    try {
      return await inOne(queries)
    } catch (error) {
      if (!isCanceled(error)) throw error
    }
    // One reads too far, and spoilt the transaction for all: each by itself then.
    const answers: Answer[] = []
    for (const query of queries) {
      answers.push(await inOne([query]).then(([answer]) => answer!, (error: unknown) => {
        if (!isCanceled(error)) throw error
        return { problem: { code: tooMuch().code, detail: tooMuch().message } }
      }))
    }
    return answers
  }

  /** What was read more than a second ago holds nobody up. */
  function forget(): void {
    if (known.size < 1000) return
    for (const [key, { beganAt, next }] of known) if (next === null && clock.now() - beganAt > apartOfCrowdMs) known.delete(key)
  }

  return ask
}

const asksForMe = (query: MetricQuery): boolean => query.where !== null && query.where !== undefined && JSON.stringify(query.where).includes('"@me"')
