// What a customer would see of a survey that is still being written: a page of it, the thanks, or the mail.
import { pagesOf, pickLanguage, type SurveyDefinition, type Values } from '@kontuar/survey'
import { renderInvitationMail } from './mail/invitation-mail.ts'
import type { Look } from './look/look.ts'
import { filledWith } from './questions/filled.ts'
import { renderNotice } from './pages/notice-page.ts'
import { renderSurveyPage } from './pages/survey-page.ts'
import { renderThanks } from './pages/thanks-page.ts'

export interface Preview {
  /** One that passed `checkDefinition`, or an unfinished draft. */
  definition: SurveyDefinition
  language: string
  /** As chosen in the preview so far: they decide which questions are asked. */
  values?: Values
  /** From 0; beyond the last one: the last. */
  page?: number
  part?: 'page' | 'mail' | 'thanks'
  look: Look
  organization: string
  anonymous?: boolean
  facts?: Readonly<Record<string, string>>
  /** How long it takes, as measured. */
  seconds?: number | null
}

/** `pages`: how many there are with these values. Nothing in it leads anywhere or can be sent. */
export function renderPreview(preview: Preview): { html: string; pages: number } {
  const { definition, look, organization, values = {}, facts = {}, anonymous = false } = preview
  const language = pickLanguage(definition, [preview.language])
  const pages = pagesOf(definition, values)
  const shared = { definition, language, look, organization, facts, anonymous, embedded: false }
  if (preview.part === 'mail') return { html: renderInvitationMail({ definition, language, look, organization, facts, url: '#', unsubscribeUrl: '#' }).html, pages: pages.length }
  if (preview.part === 'thanks') return { html: renderThanks({ ...shared, doNotAskUrl: '#' }).html, pages: pages.length }
  const index = Math.max(0, Math.min(preview.page ?? 0, pages.length - 1))
  const questions = pages[index]
  if (!questions) return { html: renderNotice({ ...shared, code: 'not-started' }).html, pages: 0 }
  return {
    html: renderSurveyPage({
      ...shared, questions, index, remaining: pages.length - index - 1, filled: filledWith(questions, values), action: '#', hidden: {}, seed: 'preview', seconds: preview.seconds ?? null, because: 'interaction',
      doNotAskUrl: '#', languageUrls: definition.languages.map((each) => ({ language: each, url: '#' })),
    }).html,
    pages: pages.length,
  }
}
