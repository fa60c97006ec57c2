// How the questions of one page are shown: in which words, with what is known, filled in and wrong.
import { fillText, optionsInOrder, textIn, type Language, type Option, type Question, type SurveyDefinition, type Texts } from '@kontuar/survey'
import { html, type Html } from '../html.ts'
import { directionOf, wordsOf, type Words } from '../words/index.ts'

/** What stands in a field, by the field's name (`fieldName` of packages/survey): of a stored answer, or just as it was typed. */
export type Filled = (name: string) => readonly string[]

export interface Asking {
  definition: SurveyDefinition
  language: Language
  words: Words
  /** For piping: {{customer.firstName}}. */
  facts: Readonly<Record<string, string>>
  filled: Filled
  /** By question id: the sentence beside it. */
  problems: ReadonlyMap<string, string>
  /** Keeps mixed options in one order for one person. */
  seed: string
}

export function asking(given: Omit<Asking, 'words' | 'filled' | 'problems' | 'seed'> & Partial<Pick<Asking, 'filled' | 'problems' | 'seed'>>): Asking {
  return { filled: () => [], problems: new Map(), seed: '', ...given, words: wordsOf(given.language) }
}

/** Plain text of the survey, in the page's language where there is one. */
export const plain = ({ definition, language, facts }: Pick<Asking, 'definition' | 'language' | 'facts'>, texts: Texts | undefined): string =>
  fillText(textIn(texts, language, definition.defaultLanguage), facts)

/** The same as HTML; a text that stands in for a missing translation says in which language it is (WCAG 3.1.2). */
export function say(given: Pick<Asking, 'definition' | 'language' | 'facts'>, texts: Texts | undefined): Html {
  const text = plain(given, texts)
  const spoken = texts?.[given.language]?.trim() ? given.language : given.definition.defaultLanguage
  return text === '' || spoken === given.language ? html`${text}` : html`<span lang="${spoken}" dir="${directionOf(spoken)}">${text}</span>`
}

/** In ids of elements: the question's place, since its own id may hold anything. */
export const idOf = ({ definition }: Pick<Asking, 'definition'>, question: Question): string => `q${definition.questions.findIndex((q) => q.id === question.id) + 1}`

/** Where a link to the question leads: its first field. */
export const firstFieldOf = (given: Pick<Asking, 'definition'>, question: Question): string => `${idOf(given, question)}-1`

export interface Choice { value: string; label: Html }

/** The options as they are shown, "other" last. */
export function choicesOf(given: Asking, question: Question, other: string): Choice[] {
  const shown = optionsInOrder(question, given.seed).map((option: Option) => ({ value: option.id, label: say(given, option.label) }))
  return question.other ? [...shown, { value: other, label: html`${given.words.other}` }] : shown
}
