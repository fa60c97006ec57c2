// Buckets of tries, kept in PostgreSQL so that they hold over several processes (migration 0006, take_attempt).
import { isIPv6 } from 'node:net'
import type { Platform } from '../platform.ts'

export interface Bucket {
  /** Whose it is: kind and what names it. Kept as a keyed digest only. */
  kind: string
  of: string
  /** Tries it holds, and in how many seconds it wins one back. */
  burst: number
  secondsEach: number
}

/** The key of a bucket as it is stored. */
export const bucketKey = ({ crypto }: Pick<Platform, 'crypto'>, kind: string, of: string): string => `${kind}:${crypto.sign(of, 'attempt')}`

/** Takes one try from each bucket. Answers 0, or the seconds to wait. */
export async function takeTries(platform: Pick<Platform, 'crypto' | 'db'>, buckets: readonly Bucket[]): Promise<number> {
  const [row] = await platform.db.query<{ wait: number }>('select take_attempt($1, $2, $3) as wait',
    [buckets.map((b) => bucketKey(platform, b.kind, b.of)), buckets.map((b) => b.secondsEach), buckets.map((b) => b.burst)], 'take-attempt')
  return row?.wait ?? 0
}

/** A provider gives a household or server a whole /64 of IPv6 (RFC 6177): it counts as one address. */
export function network(ipAddress: string): string {
  if (!isIPv6(ipAddress)) return ipAddress
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ipAddress)
  if (mapped) return mapped[1]!
  const [head = '', tail] = ipAddress.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = tail === undefined ? left : [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right]
  return groups.slice(0, 4).map((g) => g.toLowerCase().replace(/^0+(?=.)/, '')).join(':')
}
