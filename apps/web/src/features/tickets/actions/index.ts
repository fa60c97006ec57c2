// What other lists do to a ticket.
export { isComplete, requiredToEnter } from './required-to-enter.ts'
export { useTicketActions } from './use-ticket-actions.ts'
