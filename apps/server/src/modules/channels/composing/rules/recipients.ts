// To whom does an answer go? Never to ourselves, and never to a robot unless somebody wrote its address.
import type { MailAddress } from '@kontuar/contracts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { emailKey } from '../../../customers/index.ts'
import { isRobotAddress } from './robot-address.ts'

export interface Asked { to?: readonly MailAddress[] | undefined; cc?: readonly MailAddress[] | undefined; bcc?: readonly MailAddress[] | undefined }
export interface Chosen { to: MailAddress[]; cc: MailAddress[]; bcc: MailAddress[] }

export interface LastMessage {
  direction: 'in' | 'out'
  from: MailAddress
  replyTo: readonly MailAddress[]
  to: readonly MailAddress[]
}

/**
 * @param last the newest message of a person in the ticket, or our own when the customer has not written yet
 * @param ownKeys address keys of our mailboxes
 * @throws Refusal `invalid-input` for an address that cannot be one, `cannot-do` when nobody is left
 */
export function chooseRecipients(asked: Asked, last: LastMessage | null, ownKeys: ReadonlySet<string>): Chosen {
  const given = { to: clean(asked.to, 'to'), cc: clean(asked.cc, 'cc'), bcc: clean(asked.bcc, 'bcc') }
  // Our address may carry the tag of our own Reply-To (reply-address.ts).
  const isOwn = (a: MailAddress) => ownKeys.has(emailKey(a.address.replace(/\+t\d+\.[a-z2-7]{8}@/i, '@'))!)
  const seen = new Set<string>()
  const once = (a: MailAddress) => {
    const key = emailKey(a.address)!
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
  // "Answer all" brings our own address along: it would come back to us as a new mail.
  const others = (list: readonly MailAddress[]) => list.filter((a) => !isOwn(a) && once(a))
  const to = asked.to === undefined ? others(byDefault(last, isOwn)) : others(given.to)
  if (to.length === 0) {
    throw new Refusal('cannot-do', asked.to === undefined
      ? 'It is not known to whom this answer should go: write the address of the recipient.'
      : 'There is no recipient besides our own mailboxes: write the address of the customer.', { to: 'is needed' })
  }
  return { to, cc: others(given.cc), bcc: others(given.bcc) }
}

function byDefault(last: LastMessage | null, isOwn: (a: MailAddress) => boolean): MailAddress[] {
  if (last === null) return []
  if (last.direction === 'out') return [...last.to]
  const usable = (a: MailAddress) => emailKey(a.address) !== null && !isOwn(a) && !isRobotAddress(a.address)
  const replyTo = last.replyTo.filter(usable)
  return (replyTo.length > 0 ? replyTo : [last.from].filter(usable)).map(cleanName)
}

function clean(list: readonly MailAddress[] | undefined, field: string): MailAddress[] {
  return (list ?? []).map((a) => {
    const address = a.address.trim()
    // Nothing that could end a header line or an SMTP command; quoted local parts are not in use.
    if (emailKey(address) === null || /[\p{Cc}\s<>"(),:;\\[\]]/u.test(address) || address.startsWith('@')) {
      throw new Refusal('invalid-input', `"${address.replace(/\p{Cc}/gu, ' ').slice(0, 100)}" is not an e-mail address: write it as name@example.com.`, { [field]: 'is not an e-mail address' })
    }
    return cleanName({ name: a.name, address })
  })
}

const cleanName = (a: MailAddress): MailAddress => ({ name: oneLine(a.name), address: a.address.trim() })

/** Without line ends and other control characters, which would begin a new header. */
export const oneLine = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/ {2,}/g, ' ').trim()
