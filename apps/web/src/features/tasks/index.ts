// What other features show of tasks.
export { TaskForm } from './TaskForm.tsx'
export { TicketTasks } from './TicketTasks.tsx'
