/*
 * What makes a survey harder to answer or its numbers worth less. A hint is advice: it never keeps a survey from being
 * published. Codes are for translations (apps/web); `weight` is what it costs of 100 points of clarity, and is judgement.
 * Sources of the rules: D. Dillman, Internet, Phone, Mail and Mixed-Mode Surveys, 4th ed. 2014, chapters 4 and 5.
 */
import type { Language, Question, SurveyDefinition } from '../definition.ts'
import { own } from '../json.ts'
import { textIn } from '../languages.ts'
import { pagesOf } from '../pages.ts'
import { hasScaleWords } from '../scale-words.ts'
import { metricOf, primaryQuestion, scaleOf } from '../scales.ts'
import { wordsOfKind } from './wording.ts'

export const hintWeights = {
  'long-survey': 0, 'long-title': 6, 'double-question': 10, 'double-negation': 12, leading: 10, absolute: 4, jargon: 6,
  'many-options': 5, 'missing-translation': 8, 'wide-matrix': 10, 'texts-in-a-row': 8, 'required-text': 8, 'required-file': 12, 'no-end-labels': 6,
  'score-late': 6, 'no-why': 8, 'crowded-page': 5, 'no-what-next': 3,
} as const
export type HintCode = keyof typeof hintWeights
/** `detail` fills the sentence: numbers, a word of the survey, languages. */
export interface Hint { code: HintCode; questionId: string | null; detail: Record<string, string | number> }

/** Seconds from which on the share of those who finish falls visibly; two minutes are still good. */
export const longFrom = 120
const mostWords = 25
const mostOptions = 7
const mostRows = 5
const mostOnPage = 4

/** In the order of the survey; those of the survey as a whole last. */
export function hintsOf(definition: SurveyDefinition, language: Language, seconds: number): Hint[] {
  return [...definition.questions.flatMap((question, place) => hintsOfQuestion(definition, question, place, language)), ...hintsOfSurvey(definition, language, seconds)]
}

function hintsOfQuestion(definition: SurveyDefinition, question: Question, place: number, language: Language): Hint[] {
  const hints: Hint[] = []
  const add = (code: HintCode, detail: Hint['detail'] = {}) => { hints.push({ code, questionId: question.id, detail }) }
  const title = textIn(question.title, language, definition.defaultLanguage)
  const words = title.split(/\s+/).filter(Boolean).length
  if (question.type !== 'consent' && words > mostWords) add('long-title', { words, most: mostWords })
  hintsOfWording(question, title, spokenIn(question, language, definition), add)
  const options = question.options?.length ?? 0
  if (question.type !== 'matrix' && options > mostOptions) add('many-options', { options, most: mostOptions })
  const rows = question.rows?.length ?? 0
  if (question.type === 'matrix' && (rows > mostRows || options > mostRows)) add('wide-matrix', { rows, columns: options, most: mostRows })
  const missing = missingLanguages(definition, question)
  if (missing.length > 0) add('missing-translation', { languages: missing.join(', ') })
  if (question.type === 'text' && definition.questions[place - 1]?.type === 'text') add('texts-in-a-row')
  if (question.type === 'text' && question.required === true) add('required-text')
  if (question.type === 'file' && question.required === true) add('required-file')
  if (scaleOf(question) && !hasScaleWords(language) && (textIn(question.endLabels?.low, language, language) === '' || textIn(question.endLabels?.high, language, language) === '')) add('no-end-labels', { language })
  return hints
}

/** Two things in one question have no one answer. The standard question of NPS has an "or" and stays as it is; a consent is law. */
function hintsOfWording(question: Question, title: string, language: Language, add: (code: HintCode, detail: Hint['detail']) => void): void {
  if (question.type === 'consent') return
  const [joining] = question.type === 'nps' || !isRated(question) ? [] : wordsOfKind('joining', title, language)
  if (joining !== undefined) add('double-question', { word: joining })
  const negations = wordsOfKind('negating', title, language)
  if (negations.length > 1) add('double-negation', { words: negations.slice(0, 3).join(', ') })
  for (const kind of ['leading', 'absolute', 'jargon'] as const) {
    const [word] = wordsOfKind(kind, title, language)
    if (word !== undefined) add(kind, { word })
  }
}

/** Rated or answered with one option; a text may well be about two things. */
const isRated = (question: Question) => scaleOf(question) !== null || question.type === 'single' || question.type === 'matrix'

/** The language in which the title really stands. */
const spokenIn = (question: Question, language: Language, { defaultLanguage }: SurveyDefinition): Language => (typeof own(question.title, language) === 'string' ? language : defaultLanguage)

function missingLanguages({ languages, defaultLanguage }: SurveyDefinition, question: Question): Language[] {
  const texts = [question.title, question.help, question.endLabels?.low, question.endLabels?.high, ...[...(question.options ?? []), ...(question.rows ?? [])].map((o) => o.label)]
    .filter((t) => t !== undefined && own(t, defaultLanguage))
  return languages.filter((l) => l !== defaultLanguage && texts.some((t) => ((own(t, l) ?? '') as string).trim() === ''))
}

function hintsOfSurvey(definition: SurveyDefinition, language: Language, seconds: number): Hint[] {
  const hints: Hint[] = []
  const add = (code: HintCode, detail: Hint['detail'] = {}, questionId: string | null = null) => { hints.push({ code, questionId, detail }) }
  const { questions } = definition
  const primary = primaryQuestion(definition)
  if (primary && primary !== questions[0]) add('score-late', {}, primary.id)
  if (primary && !questions.slice(questions.indexOf(primary) + 1).some((q) => q.type === 'text' || q.type === 'reasons' || (q.condition && metricOf(q) === null))) add('no-why', {}, primary.id)
  const crowded = pagesOf(definition, {}).find((page) => page.length > mostOnPage)
  if (crowded) add('crowded-page', { questions: crowded.length, most: mostOnPage }, crowded[0]!.id)
  if (seconds > longFrom) add('long-survey', { seconds, most: longFrom })
  if (questions.length > 0 && textIn(definition.whatNext, language, definition.defaultLanguage) === '') add('no-what-next')
  return hints
}
