// Changes of a draft, each a new value. An id once given is never given to anything else, so that numbers of old answers keep their meaning.
import type { Language, Option, Question, QuestionType, SurveyDefinition, Texts } from '@kontuar/survey'
import { moved } from '../../../../ui/sortable/moved.ts'
import { readyTitles } from './ready-titles.ts'

const withOptions: ReadonlySet<QuestionType> = new Set(['single', 'multiple', 'reasons', 'matrix'])
const short = () => Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => (byte % 36).toString(36)).join('')
/** Letters and digits, so that it can stand in a form field's name and a spreadsheet's heading. */
export const newId = (kind: 'q' | 'o'): string => `${kind}${short()}`

/** Nothing is written in a language the survey does not speak. */
const inLanguages = (texts: Texts, languages: readonly Language[]): Texts => Object.fromEntries(languages.flatMap((each) => (texts[each] === undefined ? [] : [[each, texts[each]]])))

export const emptyOption = (): Option => ({ id: newId('o'), label: {} })

export function newQuestion(type: QuestionType, languages: readonly Language[]): Question {
  return {
    id: newId('q'), type, title: inLanguages(readyTitles[type] ?? {}, languages),
    ...(withOptions.has(type) ? { options: [emptyOption(), emptyOption()] } : {}),
    ...(type === 'matrix' ? { rows: [emptyOption(), emptyOption()] } : {}),
    ...(type === 'reasons' ? { other: true } : {}),
  }
}

export const changeQuestion = (definition: SurveyDefinition, id: string, change: Partial<Question>): SurveyDefinition =>
  ({ ...definition, questions: definition.questions.map((question) => (question.id === id ? trimmed({ ...question, ...change }) : question)) })

/** What is off or empty is not written down. */
function trimmed(question: Question): Question {
  const kept = Object.entries(question).filter(([key, value]) => value !== undefined && value !== null && !(value === false && key !== 'id'))
  return Object.fromEntries(kept) as unknown as Question
}

/** Behind the question `after`, or at the end. */
export function addQuestion(definition: SurveyDefinition, question: Question, after: string | null): SurveyDefinition {
  const at = definition.questions.findIndex(({ id }) => id === after)
  return { ...definition, questions: definition.questions.toSpliced(at < 0 ? definition.questions.length : at + 1, 0, question) }
}

export const removeQuestion = (definition: SurveyDefinition, id: string): SurveyDefinition => ({ ...definition, questions: definition.questions.filter((question) => question.id !== id) })

export const moveQuestion = (definition: SurveyDefinition, from: number, to: number): SurveyDefinition => ({ ...definition, questions: moved(definition.questions, from, to) })

/** The same words under ids of its own. */
export const copyOfQuestion = (question: Question): Question => ({
  ...structuredClone(question), id: newId('q'),
  ...(question.options ? { options: question.options.map((option) => ({ ...structuredClone(option), id: newId('o') })) } : {}),
  ...(question.rows ? { rows: question.rows.map((row) => ({ ...structuredClone(row), id: newId('o') })) } : {}),
})

/** A text that was emptied is missing, not blank. */
export function withText(texts: Texts | undefined, language: Language, text: string): Texts {
  const { [language]: _, ...rest } = texts ?? {}
  return text === '' ? rest : { ...rest, [language]: text }
}

export const addLanguage = (definition: SurveyDefinition, language: Language): SurveyDefinition =>
  definition.languages.includes(language) ? definition : { ...definition, languages: [...definition.languages, language] }

/** With all that was written in it: a survey has no texts in a language it does not speak. The default one cannot go. */
export function removeLanguage(definition: SurveyDefinition, language: Language): SurveyDefinition {
  if (language === definition.defaultLanguage) return definition
  const without = (texts: Texts): Texts => withText(texts, language, '')
  const labelled = <T extends { label: Texts }>(list: T[]): T[] => list.map((each) => ({ ...each, label: without(each.label) }))
  return {
    ...definition, languages: definition.languages.filter((each) => each !== language),
    title: without(definition.title), intro: without(definition.intro), thanks: without(definition.thanks), whatNext: without(definition.whatNext), reviewLinks: labelled(definition.reviewLinks),
    questions: definition.questions.map((question) => ({
      ...question, title: without(question.title),
      ...(question.help && { help: without(question.help) }),
      ...(question.options && { options: labelled(question.options) }),
      ...(question.rows && { rows: labelled(question.rows) }),
      ...(question.endLabels && { endLabels: { low: without(question.endLabels.low), high: without(question.endLabels.high) } }),
    })),
  }
}
