/*
 * Brings the held answers to the server: some at a time, again and again, with longer pauses while it fails. Whether an answer is sent
 * twice does not matter (its key makes it one); whether one is forgotten does, so only what the server has named is forgotten.
 */
import type { BatchOutcome, SentBatch } from './settings.ts'
import type { Held, Queue } from './queue.ts'

export type Reply = { outcome: BatchOutcome } | { status: number; retryAfter: number }
export type Post = (batch: SentBatch) => Promise<Reply>

export interface Sent {
  /** What is left here; null: nobody could be asked. */
  waiting: number
  state: 'online' | 'offline' | 'retired'
  /** Which page the server would show now. */
  page: string | null
  /** Seconds the server asked to wait. */
  retryAfter: number
}

const atOnce = 50

/** Sends what is closed, and says hello when there is nothing. Never throws. */
export async function send(queue: Queue, kiosk: string, post: Post, now: () => number): Promise<Sent> {
  let page: string | null = null
  for (;;) {
    const held = await closed(queue, kiosk, now())
    const due = held.filter((each) => each.refused === undefined)
    const batch = due.slice(0, atOnce)
    const reply = await post({ answers: batch.map(({ key, survey, version, language, values, at, finished }) => ({ key, survey, version, language, values, at, finished })), now: now(), waiting: held.length }).catch(() => null)
    if (reply === null) return { waiting: held.length, state: 'offline', page, retryAfter: 0 }
    if ('status' in reply) return { waiting: held.length, state: reply.status === 410 ? 'retired' : 'offline', page, retryAfter: reply.retryAfter }
    page = reply.outcome.page
    const told = new Map(reply.outcome.results.map((result) => [result.key, result]))
    let settled = 0
    for (const each of batch) {
      const result = told.get(each.key)
      if (result === undefined) continue
      settled++
      if (result.outcome === 'refused') await queue.put({ ...each, refused: result.reason ?? 'refused' })
      else await queue.forget(each.key, each.revision)
    }
    // A server that names none of them would be asked for ever.
    if (due.length <= batch.length || settled === 0) return { waiting: held.length - settled, state: 'online', page, retryAfter: 0 }
  }
}

/** Whoever went away in the middle has answered in part: what the power took from the screen is not lost. */
async function closed(queue: Queue, kiosk: string, now: number): Promise<Held[]> {
  const all = await queue.all(kiosk)
  return all.filter((held) => held.openUntil <= now).sort((a, b) => a.at - b.at)
}

/** Seconds until the next try: 5, 10, 20 … 300, each a little different, so that forty tablets of a chain do not come at once. */
export function pauseAfter(failures: number, random: number): number {
  if (failures === 0) return 60
  return Math.min(300, 5 * 2 ** (failures - 1)) * (0.75 + random / 2)
}
