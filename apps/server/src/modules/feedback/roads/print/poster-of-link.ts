// What stands on a poster: the survey's title and opening words, the code, and where it hangs, in the look of the organization.
import { wordLanguage, wordsOf } from '@kontuar/pages'
import { fillText, measureSurvey, pickLanguage, textIn, type SurveyDefinition } from '@kontuar/survey'
import type { Label, Poster } from '../../../../platform/print/index.ts'
import { addressOf, type LinkRow } from '../links/link-row.ts'

export interface PrintStyle { organization: string; colour: string; logo: Buffer | null; publicUrl: string }

/** Letters that stay large enough to be read from across a room. */
const longestCall = 90

const scanWords: Readonly<Record<string, string>> = {
  pl: 'Wystarczy zeskanować kod telefonem.', en: 'Just scan the code with your phone.', ru: 'Достаточно отсканировать код телефоном.', uk: 'Достатньо відсканувати код телефоном.', de: 'Einfach den Code mit dem Handy scannen.',
}

type Printed = Pick<LinkRow, 'code' | 'place' | 'location_name' | 'survey_name'>

/** @param wished the language asked for; the survey's own where it has no such */
export function labelOfLink(link: Printed, definition: SurveyDefinition, wished: string | undefined, style: PrintStyle): Label {
  const language = languageOf(definition, wished)
  const facts = { 'organization.name': style.organization, ...(link.location_name === null ? {} : { 'location.name': link.location_name }) }
  const say = (texts: SurveyDefinition['title']) => fillText(textIn(texts, language, definition.defaultLanguage), facts).trim()
  const url = addressOf(style.publicUrl, link.code)
  const [title, intro, question] = [say(definition.title), say(definition.intro), say(definition.questions[0]?.title ?? {})]
  // Who wrote opening words gets their title over them; else the question itself calls louder than "Visit".
  const heading = intro === '' && question !== '' && question.length <= longestCall ? question : title || question || link.survey_name
  const where = [style.logo === null ? style.organization : null, link.location_name, link.place]
  return {
    title: heading, text: [intro, scanWords[wordLanguage(language)] ?? scanWords['en'], wordsOf(language).takes(measureSurvey(definition, language).seconds)].filter(Boolean).join(' '),
    // Without the protocol it is shorter to type, and every browser adds it.
    qrText: url, url: url.replace(/^https?:\/\//, ''), footer: where.filter(Boolean).join(' · '),
  }
}

export function posterOfLink(paper: Poster['paper'], link: Printed, definition: SurveyDefinition, wished: string | undefined, style: PrintStyle): Poster {
  return { ...labelOfLink(link, definition, wished, style), paper, language: languageOf(definition, wished), logo: style.logo, colour: style.colour }
}

export const languageOf = (definition: SurveyDefinition, wished: string | undefined): string => pickLanguage(definition, [wished])
