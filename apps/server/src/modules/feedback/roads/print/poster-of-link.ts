// What stands on a poster: the survey's title and opening words, the code, and where it hangs, in the look of the organization.
import { fillText, pickLanguage, textIn, type SurveyDefinition } from '@kontuar/survey'
import type { Label, Poster } from '../../../../platform/print/index.ts'
import { addressOf, type LinkRow } from '../links/link-row.ts'

export interface PrintStyle { organization: string; colour: string; logo: Buffer | null; publicUrl: string }

type Printed = Pick<LinkRow, 'code' | 'place' | 'location_name' | 'survey_name'>

/** @param wished the language asked for; the survey's own where it has no such */
export function labelOfLink(link: Printed, definition: SurveyDefinition, wished: string | undefined, style: PrintStyle): Label {
  const language = languageOf(definition, wished)
  const facts = { 'organization.name': style.organization, ...(link.location_name === null ? {} : { 'location.name': link.location_name }) }
  const say = (texts: SurveyDefinition['title']) => fillText(textIn(texts, language, definition.defaultLanguage), facts).trim()
  const url = addressOf(style.publicUrl, link.code)
  const title = say(definition.title) || say(definition.questions[0]?.title ?? {}) || link.survey_name
  // Without the protocol it is shorter to type, and every browser adds it.
  return { title, text: say(definition.intro), qrText: url, url: url.replace(/^https?:\/\//, ''), footer: [link.location_name, link.place].filter(Boolean).join(' · ') || style.organization }
}

export function posterOfLink(paper: Poster['paper'], link: Printed, definition: SurveyDefinition, wished: string | undefined, style: PrintStyle): Poster {
  return { ...labelOfLink(link, definition, wished, style), paper, language: languageOf(definition, wished), logo: style.logo, colour: style.colour }
}

export const languageOf = (definition: SurveyDefinition, wished: string | undefined): string => pickLanguage(definition, [wished])
