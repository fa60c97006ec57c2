// What the diary asks of higher tiers; filled in app/ports.ts. Without them tickets stand in no queue, anybody may own them, and of a
// rating only its words are known.
import type { Priority, Rating } from '@kontuar/contracts'
import type { Tx } from '../../platform/db/database.ts'
import type { IncomingMessage } from './types.ts'

export interface NewTicketFacts {
  customerId: string
  channel: string
  mailboxId: string | null
  language: string | null
  /** Null when the ticket begins with us, or is recorded by hand. */
  message: IncomingMessage | null
}
export interface Placement {
  queueId: string | null
  locationId: string | null
  priority: Priority
  /** For a sentence on the screen: {code: 'rule' | 'mailbox' | 'default', …}; null when nothing placed it. */
  because: Record<string, unknown> | null
}

export interface NextStep { kind: 'task' | 'call-back'; title: string; ticketId: string; customerId: string; ownerId: string; dueAt: string | null; createdBy: string }

export interface DiaryPorts {
  /** Where new tickets go: one answer for each, in the order given. */
  placeTickets(tx: Tx, tickets: readonly NewTicketFacts[]): Promise<Placement[]>
  /** One sentence when the person may not own tickets of that queue and location, else null. */
  outsider(tx: Tx, staffId: string, place: { queueId: string | null; locationId: string | null }): Promise<string | null>
  /** What was agreed as the next step becomes a task. @throws Refusal */
  addTask(tx: Tx, step: NextStep): Promise<void>
  /**
   * What was answered, for entries of kind `rating`; one that is not known is left out. Asked once a page.
   * @param sees the asker may read feedback; without it the organization decides what is said
   */
  describeRatings(tx: Tx, interactionIds: readonly string[], sees: boolean): Promise<Map<string, Rating>>
}

const unfilled: DiaryPorts = {
  placeTickets: async (_tx, tickets) => tickets.map((t) => ({ queueId: null, locationId: null, priority: t.message === null || t.message.mailClass === 'personal' ? 'normal' : 'low', because: null })),
  outsider: async () => null,
  addTask: async () => {},
  describeRatings: async () => new Map(),
}
let ports = unfilled
export const diaryPorts = (): DiaryPorts => ports
/** What is left out stays as it was. */
export const fillDiaryPorts = (filled: Partial<DiaryPorts>): void => { ports = { ...ports, ...filled } }
