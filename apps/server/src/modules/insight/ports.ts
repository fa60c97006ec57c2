// What insight asks of modules above it; filled in app/ports.ts. Without it no low score was followed up, and nothing of it is counted.
import type { Tx } from '../../platform/db/database.ts'

/** A low score and what became of it, with who, where and what as it was when it came. Instants are epoch milliseconds. */
export interface RecoveryToCount {
  id: string
  /** When the low score came. */
  at: number
  answerId: string; customerId: string; ticketId: string | null; surveyId: string; touchpointId: string | null
  staffId: string | null; teamId: string | null; queueId: string | null; locationId: string | null; reasonId: string | null; channel: string | null; language: string | null
  /** Until when a person had to speak with the customer, and until when it had to be closed. Null: nothing was promised. */
  reachDueAt: number | null; dueAt: number | null
  /** The first contact of a person since, and its entry. */
  contactedAt: number | null; contactedIn: string | null
  closedAt: number | null
  /** It is closed as solved. */
  solved: boolean
  /** Until when what comes back after "solved" counts; null: it is not solved. */
  backUntil: number | null; cameBackAt: number | null
  /** When the second question was sent last. */
  askedAt: number | null
  /** The customer's last word on it. */
  secondAnswerId: string | null; secondAnswerAt: number | null; recovered: boolean | null
}

export interface InsightPorts {
  /** Those that count: not mistaken, of named surveys. What is missing does not count. */
  readRecoveriesToCount(tx: Tx, ids: readonly string[]): Promise<RecoveryToCount[]>
}

let ports: InsightPorts = { readRecoveriesToCount: async () => [] }
export const insightPorts = (): InsightPorts => ports
export const fillInsightPorts = (filled: Partial<InsightPorts>): void => { ports = { ...ports, ...filled } }
