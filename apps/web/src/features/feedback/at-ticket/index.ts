// What stands in a ticket of asking: loaded when it is asked for, not with the ticket.
export { AskPanel } from './AskPanel.tsx'
export { PhonePanel } from './PhonePanel.tsx'
