// A server that hangs must not hold all workers, which belong to everybody: of such a job few run at once in a process. What finds
// no place ends at once and waits in memory; whoever has a place goes on with it. What a death loses there, the sweep finds.
//
// A place whose time is over orders one of those that wait as a new job, which takes the place and goes on with the others. Were all of them
// ordered anew, each would come back only to wait again, and with a long row nothing would be delivered any more.
import type { Job } from '../../platform/jobs/define.ts'

/** A job does not go on for longer: a clean stop waits for running jobs. */
const longestRunMs = 3000

interface Ordered { orgId: number; deliveryId: string }

/** @param orderAgain what the next job begins with, when one has run long enough */
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
      let next: Ordered | undefined
      try {
        for (next = waiting.shift(); next !== undefined && Date.now() < until; next = waiting.shift()) await deliver(next.orgId, next.deliveryId)
      } finally {
        running--
      }
      if (next !== undefined) await orderAgain(next)
    },
  }
}
