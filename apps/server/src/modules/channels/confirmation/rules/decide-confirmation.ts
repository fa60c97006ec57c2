// Does this new ticket get a confirmation? Pure. Never to a machine (RFC 3834 2): two machines that thank each other
// do so all night. Few to one address: a person who writes ten mails in an hour knows that we got them.
import { isRobotAddress } from '../../composing/rules/robot-address.ts'

export interface NewTicketMail {
  enabled: boolean
  canSend: boolean
  direction: 'in' | 'out' | 'internal'
  automatic: boolean
  mailClass: string
  /** Envelope sender <>: whoever sends so wants no answer. */
  nullSender: boolean
  /** Received more than a day ago: imported, or fetched after a long pause. */
  old: boolean
  /** null: there is no usable address. */
  addressKey: string | null
  address: string
  isOwn: boolean
  /** Confirmations of the last 24 hours to this address. */
  recentToAddress: number
  /** Of the last hour, to anybody. */
  recentOfOrganization: number
}

export const mostPerAddressAndDay = 3
/** A form under attack or a mail loop through many addresses must not make us a source of spam. */
export const mostPerOrganizationAndHour = 2000

/** `off`: nothing is set up, no trace is kept. Else the reason for which it was skipped. */
export type Verdict = 'send' | 'off' | 'started-by-us' | 'machine' | 'old' | 'no-address' | 'robot-address' | 'own-address' | 'address-limit' | 'organization-limit'

export function decideConfirmation(mail: NewTicketMail): Verdict {
  if (!mail.enabled || !mail.canSend) return 'off'
  if (mail.direction !== 'in') return 'started-by-us'
  if (mail.automatic || mail.mailClass !== 'personal' || mail.nullSender) return 'machine'
  if (mail.old) return 'old'
  if (mail.addressKey === null) return 'no-address'
  if (mail.isOwn) return 'own-address'
  if (isRobotAddress(mail.address)) return 'robot-address'
  if (mail.recentToAddress >= mostPerAddressAndDay) return 'address-limit'
  if (mail.recentOfOrganization >= mostPerOrganizationAndHour) return 'organization-limit'
  return 'send'
}
