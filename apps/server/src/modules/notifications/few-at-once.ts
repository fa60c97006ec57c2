// A server that hangs must not hold all workers, which belong to everybody: of such a job few run at once in a process. What finds
// no place ends at once and waits in memory; whoever has a place goes on with it. What a death loses there, the sweep finds.
import type { Job } from '../../platform/jobs/define.ts'

/** A job does not go on for longer: a clean stop waits for running jobs. */
const longestRunMs = 3000

interface Ordered { orgId: number; deliveryId: string }

/** @param orderAgain for what is left when a job has run long enough */
export function fewAtOnce(name: string, places: number, deliver: (orgId: number, deliveryId: string) => Promise<void>, orderAgain: (left: Ordered) => Promise<unknown>): Job<Ordered> {
  const waiting: Ordered[] = []
  let running = 0
  return {
    name,
    async handle({ orgId, deliveryId }) {
      waiting.push({ orgId, deliveryId })
      if (running >= places) return
      running++
      const until = Date.now() + longestRunMs
      try {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          if (Date.now() < until) await deliver(next.orgId, next.deliveryId)
          else await orderAgain(next)
        }
      } finally {
        running--
      }
    },
  }
}
