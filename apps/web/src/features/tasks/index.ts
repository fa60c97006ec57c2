// What other features show of tasks.
export { TicketTasks } from './TicketTasks.tsx'
