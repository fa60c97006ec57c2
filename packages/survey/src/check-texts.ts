import { pipeNames, unknownFacts } from './fill-text.ts'
import { isRecord, own } from './json.ts'
import { quote, type ProblemCode, type SurveyProblem } from './problems.ts'

export type Path = SurveyProblem['path']
export type Say = (path: Path, code: ProblemCode, sentence: string) => void

/** The languages of the survey, as far as they are good. */
export interface Spoken { languages: string[]; defaultLanguage: string }

export interface TextRule {
  /** What it is, as a sentence names it: "The title of question 3". */
  name: string
  /** In UTF-16 units, in each language. */
  maxLength: number
  /** Has to stand in the default language. */
  required?: boolean
}

/** BCP 47 as far as anybody translates: language, script or region, in lower case. */
export const isLanguage = (tag: unknown): tag is string => typeof tag === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/.test(tag)

/**
 * A text in several languages. Only the default one is needed; a missing translation is a hint (measure). One in a language
 * that the survey does not speak (any more) is kept in the draft and left out of what is published.
 */
export function checkTexts(given: unknown, path: Path, { name, maxLength, required }: TextRule, survey: Spoken, say: Say): void {
  if (given !== undefined && !isRecord(given)) return say(path, 'wrong-text', `${name} has to be an object of texts by language, like {"pl": "…"}.`)
  for (const [language, text] of Object.entries(given ?? {})) {
    if (!isLanguage(language)) say([...path, language], 'unknown-key', `${name} stands in ${quote(language)}, which is no language: use tags in lower case like "pl" or "pt-br".`)
    else if (typeof text !== 'string') say([...path, language], 'wrong-text', `${name} in ${quote(language)} has to be a text.`)
    else checkText(text, [...path, language], `${name} in ${quote(language)}`, maxLength, say)
  }
  const main = own(given, survey.defaultLanguage)
  if (required === true && (main === undefined || (typeof main === 'string' && main.trim() === ''))) say([...path, survey.defaultLanguage], 'missing-text', `${name} is missing in ${quote(survey.defaultLanguage)}: write it.`)
}

function checkText(text: string, path: Path, name: string, maxLength: number, say: Say): void {
  if (text.length > maxLength) say(path, 'too-long', `${name} has ${text.length} characters: ${maxLength} at most.`)
  const [strange] = unknownFacts(text)
  if (strange !== undefined) say(path, 'unknown-fact', `${name} asks for the fact ${quote(strange)}, which there is not: use one of ${pipeNames.join(', ')}.`)
}
