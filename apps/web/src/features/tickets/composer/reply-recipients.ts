import type { Interaction, MailAddress } from '@kontuar/contracts'
import { sameAddress, withoutDoubles } from './addresses.ts'

export interface Recipients { to: MailAddress[]; cc: MailAddress[]; bcc: MailAddress[] }

/**
 * To whom an answer goes: the one who wrote last, with everybody they had in To and Cc (an answer that silently drops a
 * colleague is the worse mistake). Never to ourselves, never to a machine. `entries` oldest first.
 */
export function replyRecipients(entries: readonly Interaction[], customer: MailAddress | null, ours: readonly string[]): Recipients {
  const outside = ({ address }: MailAddress) => address !== '' && !ours.some((own) => sameAddress(own, address))
  const messages = entries.filter(({ kind, automatic, mailClass }) => kind === 'message' && !automatic && mailClass !== 'bounce')
  const last = messages.findLast(({ direction, from }) => direction === 'in' && outside(from))
  if (!last) {
    // We wrote first: to the same people again.
    const sent = messages.findLast(({ direction, to }) => direction === 'out' && to.some(outside))
    if (sent) return { to: withoutDoubles(sent.to.filter(outside)), cc: withoutDoubles(sent.cc.filter(outside)), bcc: [] }
    return { to: customer ? [customer] : [], cc: [], bcc: [] }
  }
  const to = [last.from]
  const cc = withoutDoubles([...last.to, ...last.cc].filter(outside)).filter(({ address }) => !sameAddress(address, last.from.address))
  return { to, cc, bcc: [] }
}
