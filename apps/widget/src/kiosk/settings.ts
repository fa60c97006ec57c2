// What the server writes into the kiosk's page for its script.
import type { Language, Question } from '@kontuar/survey'

/** Of a question only what decides: which is asked next, and how a field is read. */
export type AskedQuestion = Pick<Question, 'id' | 'type' | 'required' | 'condition' | 'points' | 'other' | 'maxLength'> & { options?: { id: string; label: Record<string, never> }[]; rows?: { id: string; label: Record<string, never> }[] }

export interface KioskPageSettings {
  /** Id of the kiosk; its address may be renewed. */
  kiosk: string
  survey: string
  version: number
  languages: Language[]
  language: Language
  idleSeconds: number
  questions: AskedQuestion[]
  /** Nothing is asked now: the survey is paused, ended, not begun. */
  closed: boolean
  /** Which page this is; another one told by the server means: load anew. */
  page: string
  /** Besides the page itself what it needs without network. */
  assets: string[]
  words: Record<Language, { offline: string; held: string; forget: string; forgetSure: string }>
}

/** What a tablet sends, and what it is told: POST /k/<token>/answers. */
export interface SentAnswer { key: string; survey: string; version: number; language: string; values: Record<string, unknown>; at: number; finished: boolean }
export interface SentBatch { answers: SentAnswer[]; /** The tablet's clock, ms since 1970. */ now: number; waiting: number }
export interface BatchOutcome { now: string; page: string; results: { key: string; outcome: 'stored' | 'known' | 'refused'; reason?: string }[] }
