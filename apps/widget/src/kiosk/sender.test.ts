// Guards that a tablet forgets an answer only when the server has named it safe, whatever happens on the way.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { inMemory, type Held } from './queue.ts'
import { pauseAfter, send, type Post, type Reply } from './sender.ts'
import type { SentBatch } from './settings.ts'

const kiosk = 'k1'
const held = (key: string, given: Partial<Held> = {}): Held => ({ key, kiosk, survey: 's', version: 1, language: 'pl', values: { nps: 9 }, at: 1, finished: true, openUntil: 0, revision: 1, ...given })
const now = () => 1_000_000
const naming = (batch: SentBatch, outcome: 'stored' | 'known' | 'refused' = 'stored'): Reply => ({ outcome: { now: '', page: 'p', results: batch.answers.map(({ key }) => ({ key, outcome })) } })

async function queueOf(...answers: Held[]) {
  const queue = inMemory()
  for (const each of answers) await queue.put(each)
  return queue
}

describe('sending', () => {
  test('goes on until nothing is left, 50 at a time, the oldest first', async () => {
    const queue = await queueOf(...Array.from({ length: 120 }, (_, i) => held(`key-${i}`, { at: 1000 - i })))
    const batches: SentBatch[] = []
    const sent = await send(queue, kiosk, async (batch) => { batches.push(batch); return naming(batch) }, now)
    expect(batches.map((b) => [b.answers.length, b.waiting])).toEqual([[50, 120], [50, 70], [20, 20]])
    expect(batches[0]!.answers[0]!.key).toBe('key-119')
    expect(sent).toEqual({ waiting: 0, state: 'online', page: 'p', retryAfter: 0 })
    expect(await queue.all(kiosk)).toEqual([])
  })

  test('leaves alone what somebody still answers, until they have gone', async () => {
    const queue = await queueOf(held('open', { openUntil: now() + 1 }), held('gone', { openUntil: now() - 1, finished: false }))
    const keys: string[] = []
    await send(queue, kiosk, async (batch) => { keys.push(...batch.answers.map((a) => a.key)); return naming(batch) }, now)
    expect(keys).toEqual(['gone'])
    expect((await queue.all(kiosk)).map((h) => h.key)).toEqual(['open'])
  })

  test('keeps what changed while it was on its way', async () => {
    const queue = await queueOf(held('a', { finished: false }))
    await send(queue, kiosk, async (batch) => { await queue.put(held('a', { revision: 2, values: { nps: 9, text: 'więcej' } })); return naming(batch) }, now)
    expect(await queue.all(kiosk)).toMatchObject([{ key: 'a', revision: 2 }])
  })

  test('keeps a refused one with its reason and sends the others', async () => {
    const queue = await queueOf(held('bad'), held('good'))
    const post: Post = async (batch) => ({ outcome: { now: '', page: 'p', results: batch.answers.map(({ key }) => (key === 'bad' ? { key, outcome: 'refused' as const, reason: 'The answer is empty.' } : { key, outcome: 'stored' as const })) } })
    await send(queue, kiosk, post, now)
    expect(await queue.all(kiosk)).toMatchObject([{ key: 'bad', refused: 'The answer is empty.' }])
    await send(queue, kiosk, async (batch) => { expect(batch.answers).toEqual([]); return naming(batch) }, now)
  })

  test('does not ask for ever a server that names nothing', async () => {
    const queue = await queueOf(...Array.from({ length: 60 }, (_, i) => held(`k${i}`)))
    let asked = 0
    await send(queue, kiosk, async () => { asked++; return { outcome: { now: '', page: 'p', results: [] } } }, now)
    expect(asked).toBe(1)
    expect(await queue.all(kiosk)).toHaveLength(60)
  })

  test.each([[410, 'retired'], [404, 'offline'], [429, 'offline'], [503, 'offline']])('answered with %i it keeps everything and is %s', async (status, state) => {
    const queue = await queueOf(held('a'))
    expect(await send(queue, kiosk, async () => ({ status, retryAfter: 7 }), now)).toEqual({ waiting: 1, state, page: null, retryAfter: 7 })
    expect(await queue.all(kiosk)).toHaveLength(1)
  })

  test('over a network that fails at any point, in any way, loses none and leaves none stored twice', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 130 }), fc.array(fc.constantFrom('ok', 'lost before', 'lost after', 'half', '500'), { maxLength: 12 }), async (count, faults) => {
      const queue = await queueOf(...Array.from({ length: count }, (_, i) => held(`key-${i}`, { at: i })))
      const stored = new Map<string, number>()
      let call = 0
      const post: Post = async (batch) => {
        const fault = faults[call++] ?? 'ok'
        if (fault === 'lost before') throw new TypeError('network')
        if (fault === '500') return { status: 500, retryAfter: 0 }
        const taken = fault === 'half' ? batch.answers.slice(0, batch.answers.length / 2) : batch.answers
        const results = taken.map(({ key }) => {
          const known = stored.has(key)
          if (!known) stored.set(key, 1)
          return { key, outcome: known ? 'known' as const : 'stored' as const }
        })
        if (fault === 'lost after') throw new TypeError('the server died before it answered')
        return { outcome: { now: '', page: 'p', results } }
      }
      for (let tries = 0; tries < 30 && (await queue.all(kiosk)).length > 0; tries++) await send(queue, kiosk, post, now)
      expect(stored.size).toBe(count)
      expect(await queue.all(kiosk)).toEqual([])
    }), { numRuns: 200 })
  })
})

test('pauses grow to five minutes, and no two tablets keep the same', () => {
  expect([0, 1, 2, 3, 7, 50].map((failures) => pauseAfter(failures, 0.5))).toEqual([60, 5, 10, 20, 300, 300])
  expect(pauseAfter(1, 0)).toBe(3.75)
  expect(pauseAfter(1, 1)).toBe(6.25)
})
