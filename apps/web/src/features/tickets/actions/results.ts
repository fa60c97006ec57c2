import type { Ticket } from '@kontuar/contracts'

export type Result = NonNullable<Ticket['result']>
/** How a ticket ended, in the order in which they are offered. */
export const results = ['solved', 'partly', 'not-solved', 'rejected', 'no-answer', 'duplicate', 'other'] as const satisfies readonly Result[]
