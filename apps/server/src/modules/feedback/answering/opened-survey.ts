// What a public page is made of, and why one may be closed.
import type { Language, SurveyDefinition, Values } from '@kontuar/survey'
import type { Road } from '@kontuar/contracts'

export interface Look { colour: string; /** SHA-256 of a stored picture. */ logo: string | null; name: string | null }

/** Who asks: needed for closed pages too. */
export interface Asker { orgId: number; organization: string; locale: string; look: Look }

export interface OpenedSurvey {
  asker: Asker
  surveyId: string
  version: number
  definition: SurveyDefinition
  anonymous: boolean
  road: Road
  /** Of the invitation; null: ask the browser. */
  language: Language | null
  /** For piping: {{customer.firstName}} … */
  facts: Record<string, string>
  /** What has been answered already, without texts: a link may have been passed on. */
  saved: Values
  /** Ids of the questions on pages that were answered already. */
  shown: string[]
  /** Of embedded and website links: where it may stand; empty: anywhere. Null: nowhere but by itself. */
  origins: string[] | null
}

export type ClosedReason = 'unknown' | 'expired' | 'answered' | 'paused' | 'ended' | 'not-started' | 'quota'
/** `asker` and `definition` are missing when nobody knows what was meant. */
export interface ClosedSurvey { closed: ClosedReason; asker: Asker | null; definition: SurveyDefinition | null; language: Language | null; facts: Record<string, string>; /** As of an opened one: the page that says so stands in the same frame. */ origins?: string[] | null }

export const isClosed = (survey: object): survey is ClosedSurvey => 'closed' in survey
