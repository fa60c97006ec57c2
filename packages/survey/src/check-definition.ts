/*
 * The one gate for surveys from outside: whatever passes can be asked, answered and counted. It takes any JSON, never
 * throws, and says of everything that is wrong where it is and what to do.
 */
import { checkQuestions } from './check-questions.ts'
import { checkSize } from './check-size.ts'
import { checkTexts, isLanguage, type Say, type Spoken } from './check-texts.ts'
import { isRecord } from './json.ts'
import { limits } from './limits.ts'
import { quote, type SurveyProblem } from './problems.ts'

const keys = new Set(['languages', 'defaultLanguage', 'title', 'intro', 'questions', 'thanks', 'whatNext', 'reviewLinks'])

/** What is wrong with a definition, in reading order; nothing when it can be published. */
export function checkDefinition(definition: unknown): SurveyProblem[] {
  if (!isRecord(definition)) return [{ path: [], code: 'not-an-object', sentence: 'A survey has to be an object with languages, texts and questions.' }]
  const size = checkSize(definition)
  if (size) return [size]
  const problems: SurveyProblem[] = []
  const say: Say = (path, code, sentence) => { problems.push({ path, code, sentence }) }
  for (const key of Object.keys(definition)) if (!keys.has(key)) say([key], 'unknown-key', `A survey has no ${quote(key)}: remove it.`)
  const spoken = checkLanguages(definition, say)
  checkTexts(definition['title'], ['title'], { name: 'The title of the survey', maxLength: limits.surveyTitle }, spoken, say)
  checkTexts(definition['intro'], ['intro'], { name: 'The introduction', maxLength: limits.closing }, spoken, say)
  checkQuestions(definition['questions'], spoken, say)
  checkTexts(definition['thanks'], ['thanks'], { name: 'The thanks after the answer', maxLength: limits.closing, required: true }, spoken, say)
  checkTexts(definition['whatNext'], ['whatNext'], { name: 'What happens next', maxLength: limits.closing }, spoken, say)
  checkReviewLinks(definition['reviewLinks'], spoken, say)
  return problems
}

function checkLanguages({ languages, defaultLanguage }: Record<string, unknown>, say: Say): Spoken {
  const given = Array.isArray(languages) ? languages : []
  const good = [...new Set(given.filter(isLanguage))]
  if (given.length === 0) say(['languages'], 'wrong-languages', 'A survey needs at least one language: {"languages": ["pl"], "defaultLanguage": "pl"}.')
  else if (good.length < given.length) say(['languages'], 'wrong-languages', 'Languages are tags in lower case like "pl" or "pt-br", each once.')
  else if (good.length > limits.languages) say(['languages'], 'too-many', `A survey speaks ${limits.languages} languages at most.`)
  if (given.length > 0 && !good.includes(defaultLanguage as string)) say(['defaultLanguage'], 'wrong-languages', 'The default language has to be one of the languages of the survey.')
  return { languages: good, defaultLanguage: typeof defaultLanguage === 'string' && good.includes(defaultLanguage) ? defaultLanguage : good[0] ?? 'en' }
}

function checkReviewLinks(links: unknown, spoken: Spoken, say: Say): void {
  if (links === undefined) return
  if (!Array.isArray(links)) return say(['reviewLinks'], 'wrong-list', 'The links to reviews have to be a list.')
  if (links.length > limits.reviewLinks) return say(['reviewLinks'], 'too-many', `There are ${limits.reviewLinks} links to reviews at most.`)
  links.forEach((link: unknown, place) => {
    const path = ['reviewLinks', place]
    const name = `Link ${place + 1} to reviews`
    if (!isRecord(link)) return say(path, 'wrong-list', `${name} has to be an object with label and url.`)
    checkTexts(link['label'], [...path, 'label'], { name: `The label of link ${place + 1} to reviews`, maxLength: limits.label, required: true }, spoken, say)
    for (const key of Object.keys(link)) if (key !== 'label' && key !== 'url') say([...path, key], 'unknown-key', `${name} has ${quote(key)}, which no link has: remove it.`)
    if (link['url'] !== undefined && typeof link['url'] !== 'string') say([...path, 'url'], 'wrong-text', `The address of link ${place + 1} to reviews has to be a text.`)
    else if (!isSafeUrl(link['url'])) say([...path, 'url'], 'wrong-url', `${name} needs an address that begins with https://.`)
  })
}

/** Somebody's browser is sent there: encrypted, without a password in it. */
function isSafeUrl(url: unknown): boolean {
  if (typeof url !== 'string' || url.length > limits.url || !/^https:\/\//i.test(url)) return false
  const parsed = URL.parse(url)
  return parsed !== null && parsed.username === '' && parsed.password === ''
}
