// Limits on guessing, kept in PostgreSQL so that they hold over several processes.
// Two buckets: the address it comes from (an office behind one address has many people: 30 tries, one back every
// 10 s) and the account (10 tries, one back a minute). A person who mistypes waits at most a minute.
import { isIPv6 } from 'node:net'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'

export interface Attempt { addressKey: string; accountKey: string }

const address = { burst: 30, secondsEach: 10 }
const account = { burst: 10, secondsEach: 60 }

/**
 * @param accountName whatever names the account or invitation being tried; kept as a keyed digest only
 * @throws Refusal `too-many-requests` with the seconds to wait
 */
export async function takeAttempt({ crypto, db }: Platform, ipAddress: string, accountName: string): Promise<Attempt> {
  const attempt = { addressKey: `address:${crypto.sign(network(ipAddress), 'attempt')}`, accountKey: `account:${crypto.sign(accountName, 'attempt')}` }
  const [row] = await db.query<{ wait: number }>('select take_attempt($1, $2, $3) as wait',
    [[attempt.addressKey, attempt.accountKey], [address.secondsEach, account.secondsEach], [address.burst, account.burst]], 'take-attempt')
  if (row && row.wait > 0) {
    const refusal = new Refusal('too-many-requests', `Too many tries: wait ${row.wait} s and try again.`)
    refusal.retryAfter = row.wait
    throw refusal
  }
  return attempt
}

/** The try was a right one: it does not count. */
export async function giveBackAttempt({ db }: Platform, attempt: Attempt): Promise<void> {
  await db.query('select give_back_attempt($1, $2, $3)', [attempt.accountKey, attempt.addressKey, address.secondsEach], 'give-back-attempt')
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
