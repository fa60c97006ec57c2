// A walk over the past, in steps: how far it is, whether it is to go on, and what it has gathered, so that a killed worker's successor goes on.

export interface Walk {
  from: number
  to: number
  /** Called between steps. @param done 0 to 1 @throws WalkEnded when it is to stop */
  step(done: number): Promise<void>
  /** What a dead worker had gathered, and up to when. */
  gathered: Gathered | null
  keep(gathered: Gathered): Promise<void>
}

export interface Gathered { upTo: number; items: unknown[] }

/** Somebody stopped it, or its time is over. */
export class WalkEnded extends Error {}

/** So much of the past is read at once: a few thousand contacts of a busy organization. */
const strideMs = 7 * 86_400_000
/** What has been gathered is kept every so often. */
const keptEvery = 4

/** Gathers what `read` finds in each stride, in the order of time. */
export async function walk<T>({ from, to, step, gathered, keep }: Walk, share: number, read: (stride: { from: number; to: number }) => Promise<T[]>): Promise<T[]> {
  const items = (gathered?.items ?? []) as T[]
  let strides = 0
  for (let at = gathered?.upTo ?? from; at < to; at = Math.min(at + strideMs, to)) {
    await step(share * (at - from) / (to - from))
    items.push(...await read({ from: at, to: Math.min(at + strideMs, to) }))
    if (++strides % keptEvery === 0) await keep({ upTo: Math.min(at + strideMs, to), items })
  }
  return items
}
