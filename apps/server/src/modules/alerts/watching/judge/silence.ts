// Rules on silence: nothing that fits has come for so many hours in which the calendar is open. Looked at every hour. Pure.

/** Of one place, as it is kept. Epoch milliseconds. */
export interface SilenceMemory {
  /** When the last one came; before anything came, when it began to be watched. */
  lastAt: number
  silent: boolean
}

export interface OpenTime { between(from: number, to: number): number }
interface SilenceVerdict { memory: SilenceMemory; said: 'fires' | 'is-back' | null; openHours: number }

/** @param newestAt of what came until this moment; null: nothing since the look before */
export function judgeSilence({ hours }: { hours: number }, memory: SilenceMemory, at: number, newestAt: number | null, time: OpenTime): SilenceVerdict {
  const lastAt = Math.max(memory.lastAt, newestAt ?? -Infinity)
  const openHours = time.between(lastAt, at) / 3_600_000
  const silent = openHours >= hours
  return { memory: { lastAt, silent }, said: silent && !memory.silent ? 'fires' : !silent && memory.silent ? 'is-back' : null, openHours }
}
