// Background work on graphile-worker. A job may run more than once: its handler must bear that.
import type { Tx } from '../db/database.ts'
import type { Event } from '../events.ts'

export interface JobOptions {
  /** Jobs of one queue run one after another. */
  queue?: string
  runAt?: string
  maxAttempts?: number
  /** A waiting job with the same key is replaced. */
  key?: string
  priority?: number
}

export interface JobContext {
  /** 1 at the first try. */
  attempt: number
  maxAttempts: number
}

export interface Job<P extends { orgId: number } = { orgId: number } & Record<string, unknown>> {
  name: string
  handle(payload: P, context: JobContext): Promise<void>
}

/** A job that is told of events; all of one transaction come together. */
export interface Subscriber {
  name: string
  handle(orgId: number, events: Event[]): Promise<void>
}

/** Told of the events of many transactions at once, each exactly once: what it does commits with their being taken. */
export interface SubscriberTogether {
  name: string
  handle(tx: Tx, events: Event[]): Promise<void>
}
