import { poissonInterval } from '@kontuar/statistics'

const known = new Map<number, { low: number; high: number }>()
const most = 20_000

/** Garwood's. A year by day asks for hundreds of small counts, again and again, and each costs a hundred tails. */
export function intervalOfCount(count: number): { low: number; high: number } {
  const found = known.get(count)
  if (found !== undefined) return found
  const { low, high } = poissonInterval({ count })
  if (known.size >= most) known.clear()
  known.set(count, { low, high })
  return { low, high }
}
