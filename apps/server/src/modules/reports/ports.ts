// What reports ask of a module of their own tier; filled in app/ports.ts. Without it low scores and what became of them stay out.
import type { Locale, ReportLoopLine } from '@kontuar/contracts'
import type { Tx } from '../../platform/db/database.ts'

export interface LoopsAsked {
  from: Date
  to: Date
  /** Held to these members; null: all. */
  scope: { dimension: 'location' | 'team' | 'staff'; ids: readonly string[] } | null
  limit: number
  /** Of states, in which they are told. */
  language: Locale
}

export interface ReportPorts {
  /** Those opened in the period, the lowest scores first. @param tx held to what the reader may see */
  readLoops(tx: Tx, asked: LoopsAsked): Promise<{ items: ReportLoopLine[]; more: number }>
  /** By answer, where a loop came of it: its id and how it stands, in words. @param tx held to what the reader may see */
  readLoopsOfAnswers(tx: Tx, answerIds: readonly string[], language: Locale): Promise<ReadonlyMap<string, { recoveryId: string; becameOf: string }>>
}

let ports: ReportPorts = { readLoops: async () => ({ items: [], more: 0 }), readLoopsOfAnswers: async () => new Map() }
export const reportPorts = (): ReportPorts => ports
export const fillReportPorts = (filled: Partial<ReportPorts>): void => { ports = { ...ports, ...filled } }
