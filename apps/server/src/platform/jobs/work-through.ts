// Works through what waits in a table, many in one transaction. What fails together is tried one by one, and what fails alone is put off: one that
// is poisoned holds up no other.

interface Waiting<Due extends { attempts: number }> {
  atOnce: number
  /** Takes so many at most and does what is to be done, in one transaction. Answers how many. */
  together(): Promise<number>
  /** So many at most of those that are due, to be tried alone. */
  due(): Promise<readonly Due[]>
  alone(one: Due): Promise<unknown>
  putOff(one: Due, minutes: number): Promise<unknown>
  failedTogether(error: unknown): void
  failedAlone(one: Due, error: unknown): void
}

/** Until none is due. Answers how many were tried. */
export async function workThrough<Due extends { attempts: number }>(waiting: Waiting<Due>): Promise<number> {
  let all = 0
  for (let taken = waiting.atOnce; taken === waiting.atOnce; all += taken) {
    try {
      taken = await waiting.together()
    } catch (error) {
      waiting.failedTogether(error)
      taken = await tryAlone(waiting)
    }
  }
  return all
}

async function tryAlone<Due extends { attempts: number }>({ due, alone, putOff, failedAlone }: Waiting<Due>): Promise<number> {
  const all = await due()
  for (const one of all) {
    try {
      await alone(one)
    } catch (error) {
      failedAlone(one, error)
      await putOff(one, minutesUntilNextTry(one.attempts))
    }
  }
  return all.length
}

/** A minute, each time twice as long, up to a day. */
const minutesUntilNextTry = (attempts: number): number => Math.min(2 ** attempts, 24 * 60)
