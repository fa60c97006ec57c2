import type { Language, SurveyDefinition } from '@kontuar/survey'
import type { Look } from '../look/look.ts'

export interface InvitationMail {
  definition: SurveyDefinition
  language: Language
  look: Look
  /** The invitation's page: `https://…/s/<token>`. */
  url: string
  /** `https://…/u/<token>`; null: none is offered. */
  unsubscribeUrl: string | null
  facts: Readonly<Record<string, string>>
  /** What the organization is called in the workspace. */
  organization: string
  anonymous?: boolean
}
