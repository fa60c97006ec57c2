// Limits on guessing at accounts.
// Two buckets: the address it comes from (an office behind one address has many people: 30 tries, one back every
// 10 s) and the account (10 tries, one back a minute). A person who mistypes waits at most a minute.
import { bucketKey, network, takeTries } from '../../../platform/http/rate-limit.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'

export interface Attempt { addressKey: string; accountKey: string }

const address = { kind: 'address', burst: 30, secondsEach: 10 }
const account = { kind: 'account', burst: 10, secondsEach: 60 }

/**
 * @param accountName whatever names the account or invitation being tried; kept as a keyed digest only
 * @throws Refusal `too-many-requests` with the seconds to wait
 */
export async function takeAttempt(platform: Platform, ipAddress: string, accountName: string): Promise<Attempt> {
  const from = network(ipAddress)
  const wait = await takeTries(platform, [{ ...address, of: from }, { ...account, of: accountName }])
  if (wait > 0) {
    const refusal = new Refusal('too-many-requests', `Too many tries: wait ${wait} s and try again.`)
    refusal.retryAfter = wait
    throw refusal
  }
  return { addressKey: bucketKey(platform, address.kind, from), accountKey: bucketKey(platform, account.kind, accountName) }
}

/** The try was a right one: it does not count. */
export async function giveBackAttempt({ db }: Platform, attempt: Attempt): Promise<void> {
  await db.query('select give_back_attempt($1, $2, $3)', [attempt.accountKey, attempt.addressKey, address.secondsEach], 'give-back-attempt')
}
