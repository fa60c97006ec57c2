// Guards that pushes and digests never take all workers, and that what had to wait is done all the same.
import { expect, test, vi } from 'vitest'
import { fewAtOnce } from './few-at-once.ts'

const orders = Array.from({ length: 20 }, (_, n) => ({ orgId: 1, deliveryId: `d${n}` }))
const context = { attempt: 1, maxAttempts: 1 }

test('of twenty ordered at one moment two are under way at most, and all are done once', async () => {
  let under = 0
  let most = 0
  const done: string[] = []
  const job = fewAtOnce('x', 2, async (_, id) => {
    most = Math.max(most, ++under)
    await new Promise((resolve) => { setImmediate(resolve) })
    under--
    done.push(id)
  }, async () => {})
  await Promise.all(orders.map((order) => job.handle(order, context)))
  expect(most).toBe(2)
  expect(done.sort()).toEqual(orders.map((o) => o.deliveryId).sort())
})

test('one that fails gives its place back, and the others go on', async () => {
  const done: string[] = []
  const job = fewAtOnce('x', 1, async (_, id) => {
    if (id === 'd0') throw new Error('no database')
    done.push(id)
  }, async () => {})
  await expect(job.handle(orders[0]!, context)).rejects.toThrow('no database')
  await job.handle(orders[1]!, context)
  expect(done).toEqual(['d1'])
})

test('a row that takes minutes is worked off by few jobs: nobody is ordered anew only to wait again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const queue = Array.from({ length: 200 }, (_, n) => ({ orgId: 1, deliveryId: `d${n}` }))
    const done: string[] = []
    let again = 0
    const job = fewAtOnce('x', 2, async (_, id) => {
      await new Promise((resolve) => { setImmediate(resolve) })
      vi.setSystemTime(Date.now() + 500)
      done.push(id)
    }, async (left) => {
      again++
      queue.push(left)
    })
    const worker = async () => { for (let next = queue.shift(); next !== undefined; next = queue.shift()) await job.handle(next, context) }
    await Promise.all([worker(), worker(), worker(), worker()])
    // Those who order again may do so after the other workers have gone home.
    while (queue.length > 0) await worker()
    expect(done.toSorted()).toEqual(Array.from({ length: 200 }, (_, n) => `d${n}`).toSorted())
    // Three of half a second at least fit into the time of one job, while two are at it.
    expect(again).toBeLessThan(200 / 2)
  } finally {
    vi.useRealTimers()
  }
})
