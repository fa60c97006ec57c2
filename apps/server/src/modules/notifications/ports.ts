// What notifications ask of higher tiers; filled in app/modules.ts. Without them no digest leaves.
import type { Tx } from '../../platform/db/database.ts'
import type { Platform } from '../../platform/platform.ts'

export interface SystemMail {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** Without <>, the part before the @: the same at every try. */
  messageKey: string
  /** Beside the text; one with a content id stands within it (`cid:`). */
  files?: readonly { name: string; type: string; content: Buffer; contentId: string | null }[]
  /** BCP 47. */
  language?: string
  /** Takes the reader off by one POST (RFC 8058). */
  unsubscribeUrl?: string | null
}

export type MailOutcome =
  /** The server has it, or may have it: `unanswered` when its end left and no answer came. */
  | { kind: 'sent'; unanswered?: true }
  /** Not now: no mailbox can send, the brake is on, the server is not there. */
  | { kind: 'later'; detail: string }
  /** Never. */
  | { kind: 'refused'; detail: string }

export interface NotificationPorts {
  canSendMail(tx: Tx): Promise<boolean>
  /** @param mayLeave asked once, just before the mail is handed over for good; false: it must not leave */
  sendMail(platform: Platform, orgId: number, mail: SystemMail, mayLeave: () => Promise<boolean>): Promise<MailOutcome>
}

let ports: NotificationPorts = { canSendMail: async () => false, sendMail: async () => ({ kind: 'later', detail: 'no mailbox' }) }
export const notificationPorts = (): NotificationPorts => ports
export const fillNotificationPorts = (filled: NotificationPorts): void => { ports = filled }
