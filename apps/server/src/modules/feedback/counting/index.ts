// Counting: facts of answers and of the steps of invitations, and their sums. Must never change a fact, only add one that takes it back.
export { noteFacts, type Counted } from './note-facts.ts'
export { noteSteps, type InvitationStep } from './note-steps.ts'
