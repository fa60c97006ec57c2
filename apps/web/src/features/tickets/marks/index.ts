// How a ticket stands, as a small mark.
export { PriorityMark } from './PriorityMark.tsx'
export { TicketStatus } from './StatusMark.tsx'
