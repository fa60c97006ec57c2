// What other features show of tasks.
export { asksWords } from './asks-words.ts'
export { TaskForm } from './TaskForm.tsx'
export { TicketTasks } from './TicketTasks.tsx'
