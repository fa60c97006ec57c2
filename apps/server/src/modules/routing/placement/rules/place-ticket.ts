// Where a new ticket goes. Pure: the first rule that fits, else its mailbox, else the default queue.
import type { Priority } from '@kontuar/contracts'
import type { Placement } from '../../../diary/index.ts'
import type { MessageFacts } from '../message-fields.ts'

export interface Target { queueId: string; defaultPriority: Priority }

export interface PlacementRule extends Target {
  id: string
  locationId: string | null
  priority: Priority | null
  fits(message: MessageFacts): boolean
}

/** `seen`: by the person who begins the ticket; true when nobody does, or they see everything. */
export interface MailboxPlace { queue: (Target & { seen: boolean }) | null; locationId: string | null; locationSeen: boolean }

export interface Ground {
  /** In their order; active ones whose queue is in use. */
  rules: readonly PlacementRule[]
  mailboxes: ReadonlyMap<string, MailboxPlace>
  fallback: (Target & { seen: boolean }) | null
  /** The first queue seen by the person who begins the ticket, when they do not see all. */
  own: Target | null
}

/** @param message null when the ticket begins with us: rules are for messages that come in */
export function placeTicket(message: MessageFacts | null, mailboxId: string | null, ground: Ground): Placement {
  const mailbox = mailboxId === null ? undefined : ground.mailboxes.get(mailboxId)
  if (message === null) return placeOurs(mailboxId, mailbox, ground)
  const priorityIn = (target: Target | null): Priority => (message.mailClass === 'personal' ? (target?.defaultPriority ?? 'normal') : 'low')

  const rule = ground.rules.find((r) => r.fits(message))
  // The rule says what the ticket is about; whose shop it was written to, the mailbox still knows.
  if (rule) return { queueId: rule.queueId, locationId: rule.locationId ?? mailbox?.locationId ?? null, priority: rule.priority ?? priorityIn(rule), because: { code: 'rule', ruleId: rule.id } }
  if (mailbox?.queue) return { queueId: mailbox.queue.queueId, locationId: mailbox.locationId, priority: priorityIn(mailbox.queue), because: { code: 'mailbox', mailboxId } }
  return { queueId: ground.fallback?.queueId ?? null, locationId: mailbox?.locationId ?? null, priority: priorityIn(ground.fallback), because: ground.fallback === null ? null : { code: 'default' } }
}

/** Who begins a ticket must see it afterwards: else it goes to the first queue that they see. */
function placeOurs(mailboxId: string | null, mailbox: MailboxPlace | undefined, { fallback, own }: Ground): Placement {
  const locationId = mailbox?.locationSeen === false ? null : (mailbox?.locationId ?? null)
  const usual = mailbox?.queue ?? fallback
  const target = usual?.seen === false && own !== null ? own : usual
  const because = target === null ? null : target === own ? { code: 'own' } : target === fallback ? { code: 'default' } : { code: 'mailbox', mailboxId }
  return { queueId: target?.queueId ?? null, locationId, priority: target?.defaultPriority ?? 'normal', because }
}
