// What may bring about an asking: something that happened to a customer, with who, where and what as they were then. Whatever tells of
// one (tickets, recorded contacts, purchases, lists, later chats and appointments) makes this shape and calls `planInvitations`.
import type { SurveyInvitation, Trigger } from '@kontuar/contracts'

export interface Happening {
  /** Once a touchpoint: `ticket:<id>:<entry>`, `interaction:<id>`, `purchase:<id>` … The same again asks nobody again. */
  cause: string
  trigger: Trigger
  customerId: string
  ticketId: string | null
  /** The call, the visit, the entry that closed the ticket. */
  interactionId: string | null
  purchaseId: string | null
  /** Of a recorded contact. */
  interactionKind: string | null
  channel: string | null
  staffId: string | null
  teamId: string | null
  queueId: string | null
  locationId: string | null
  reasonId: string | null
  /** What we recorded as the ticket's result. */
  ticketResult: string | null
  /** BCP 47, of the contact; null: as the customer's profile has it. */
  language: string | null
  /** When it happened. */
  at: Date
  /** For piping besides what the rows say: {product, order …}. */
  facts: Record<string, string>
  /** Only machines have written to us in it: nobody is there to ask. */
  automatic: boolean
  /** Of a ticket that has been closed: it is open again by now. */
  reopened: boolean

  /** These touchpoints alone; absent: all active ones of the trigger. */
  touchpointId?: string
  listId?: string
  /** Not before. */
  notBefore?: Date
  /** This road alone. */
  road?: NonNullable<SurveyInvitation['road']>
}

/** A happening in which nothing is known but the person; for spreading. */
export const bareHappening = (given: Pick<Happening, 'cause' | 'trigger' | 'customerId' | 'at'>): Happening => ({
  ticketId: null, interactionId: null, purchaseId: null, interactionKind: null, channel: null, staffId: null, teamId: null, queueId: null, locationId: null, reasonId: null, ticketResult: null,
  language: null, facts: {}, automatic: false, reopened: false, ...given,
})
