// Guards what a thousand open dashboards cost: at most one read of the same a second, hardly a wait for a few, and never an answer older than its
// question. Time is ours here; the database and its answers are not looked at.
import { expect, test } from 'vitest'
import type { MetricQuery } from '@kontuar/contracts'
import type { Database } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { sharedReads } from './shared-reads.ts'

class Canceled extends Error { code = '57014' }

/** A clock that jumps to whatever is waited for next, once nothing else is to be done. */
function still() {
  let now = 1000
  const waiting: { until: number; wake: () => void }[] = []
  const settle = async () => { for (let i = 0; i < 200; i++) await Promise.resolve() }
  return {
    clock: { now: () => now, pause: (ms: number) => new Promise<void>((wake) => { waiting.push({ until: now + ms, wake }) }) },
    now: () => now,
    async advance(ms: number) {
      const end = now + ms
      await settle()
      for (;;) {
        const next = waiting.filter((w) => w.until <= end).sort((a, b) => a.until - b.until)[0]
        if (next === undefined) break
        waiting.splice(waiting.indexOf(next), 1)
        now = Math.max(now, next.until)
        next.wake()
        await settle()
      }
      now = end
    },
  }
}

const actor = (staffId: string, permissions: string[] = ['board.read']): Actor => ({ kind: 'session', orgId: 1, staffId, userId: '', name: '', role: 'manager', permissions: new Set(permissions), access: 'everything', credentialId: '' }) as unknown as Actor
const query = (metric: string): MetricQuery => ({ metric, from: '2030-01-01', to: '2030-02-01' })

/** A database that notes when it was read, and by which work. */
function watched(time: ReturnType<typeof still>, fails: (i: number) => unknown = () => null) {
  const reads: number[] = []
  const db = { report: async () => { const i = reads.push(time.now()) - 1; const error = fails(i); if (error !== null) throw error; return Array.from({ length: 40 }, () => ({ at: time.now() })) } } as unknown as Database
  return { reads, ask: sharedReads(db, time.clock) as unknown as (who: Actor, queries: MetricQuery[]) => Promise<{ at: number }[]> }
}

test('two hundred a second for five seconds cost one read a second, and each answer is of its question or later', async () => {
  const time = still()
  const { reads, ask } = watched(time)
  const answers: Promise<void>[] = []
  for (let second = 0; second < 5; second++) {
    for (let i = 0; i < 200; i++) { const asked = time.now(); answers.push(ask(actor('a'), [query('nps')]).then(([answer]) => { expect(answer!.at).toBeGreaterThanOrEqual(asked) })); if (i % 50 === 49) await time.advance(2) }
    await time.advance(992)
  }
  await time.advance(3000)
  await Promise.all(answers)
  expect(reads.length).toBeLessThanOrEqual(7)
  for (const [i, at] of reads.entries()) if (i > 1) expect(at - reads[i - 1]!).toBeGreaterThanOrEqual(900)
})

test('the first question is read at once, a second one soon after waits a quarter of a second', async () => {
  const time = still()
  const { reads, ask } = watched(time)
  void ask(actor('a'), [query('nps')])
  await time.advance(0)
  expect(reads).toEqual([1000])
  await time.advance(10)
  void ask(actor('b'), [query('nps')])
  await time.advance(1000)
  expect(reads).toEqual([1000, 1250])
  void ask(actor('b'), [query('nps')])
  await time.advance(0)
  expect(reads).toHaveLength(3)
})

test('questions of one dashboard are read together; other questions, and people held to what is theirs, apart', async () => {
  const time = still()
  const { reads, ask } = watched(time)
  void ask(actor('a'), [query('nps'), query('csat'), query('nps')])
  await time.advance(0)
  expect(reads).toHaveLength(1)
  void ask(actor('a', []), [query('nps')])
  void ask(actor('b', []), [query('nps')])
  void ask(actor('b'), [query('ces')])
  void ask(actor('b'), [{ ...query('aht'), where: { combinator: 'and', rules: [{ field: 'staff', operator: '=', value: '@me' }] } }])
  void ask(actor('a'), [{ ...query('aht'), where: { combinator: 'and', rules: [{ field: 'staff', operator: '=', value: '@me' }] } }])
  await time.advance(0)
  expect(reads).toHaveLength(6)
})

test('a read that fails fails for all who joined it, and the next one is tried anew', async () => {
  const time = still()
  const { ask } = watched(time, (i) => (i === 1 ? new Error('lost') : null))
  void ask(actor('a'), [query('nps')])
  await time.advance(10)
  const failed = [ask(actor('a'), [query('nps')]), ask(actor('b'), [query('nps')])].map((answer) => expect(answer).rejects.toThrow('lost'))
  await time.advance(2000)
  await Promise.all(failed)
  const again = ask(actor('a'), [query('nps')])
  await time.advance(2000)
  await expect(again).resolves.toHaveLength(1)
})

test('one that reads too far spoils no other: each is read by itself then', async () => {
  const time = still()
  const { reads, ask } = watched(time, (i) => (i === 0 || i === 2 ? new Canceled() : null))
  const answers = ask(actor('a'), [query('nps'), query('csat'), query('ces')])
  await time.advance(0)
  expect(await answers).toEqual([{ at: 1000 }, { problem: { code: 'cannot-do', detail: expect.stringMatching(/too many facts/) } }, { at: 1000 }])
  expect(reads).toHaveLength(4)
})
