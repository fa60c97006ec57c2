// What asking needs of the desk, which is of the same tier; filled in app/ports.ts. Without them no condition over tickets holds, and
// nobody has a complaint.
import type { Tx } from '../../../platform/db/database.ts'

export interface AskingPorts {
  /** Which of the tickets meet the conditions. */
  matchTickets(tx: Tx, conditions: unknown, ticketIds: readonly string[]): Promise<Set<string>>
  /** The conditions as they are stored. @throws Refusal `invalid-input` with the first thing that is wrong */
  checkTicketConditions(tx: Tx, conditions: unknown): Promise<unknown>
  /** Which of the customers have a complaint that is not decided. */
  customersWithOpenComplaint(tx: Tx, customerIds: readonly string[]): Promise<Set<string>>
  /** Complaints decided since then, newest first. */
  decidedComplaints(tx: Tx, since: Date, atMost: number): Promise<{ /** Of the ticket. */ id: string; at: Date }[]>
}

const unfilled: AskingPorts = {
  matchTickets: async () => new Set(),
  checkTicketConditions: async (_tx, conditions) => conditions,
  customersWithOpenComplaint: async () => new Set(),
  decidedComplaints: async () => [],
}
let ports = unfilled
export const askingPorts = (): AskingPorts => ports
/** What is left out stays as it was. */
export const fillAskingPorts = (filled: Partial<AskingPorts>): void => { ports = { ...ports, ...filled } }
