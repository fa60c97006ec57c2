// What a column of a file of past answers can be. Pure; the words of people's facts are the caller's.
import { hasOther, textIn, type Language, type SurveyDefinition } from '@kontuar/survey'

export const facts = ['at', 'id', 'email', 'phone', 'name', 'firstName', 'lastName', 'language', 'location'] as const
export type Fact = (typeof facts)[number]
export interface Target { value: string; label: string }

/** One for each question, and for each option, row or further words that may have a column of their own. */
export function questionTargets({ questions, defaultLanguage }: SurveyDefinition, language: Language, otherWord: string): Target[] {
  return questions.filter(({ type }) => type !== 'file').flatMap((question) => {
    const title = textIn(question.title, language, defaultLanguage) || question.id
    const parts = question.type === 'matrix' ? (question.rows ?? []) : question.type === 'multiple' || question.type === 'reasons' ? (question.options ?? []) : []
    return [
      { value: `q:${question.id}`, label: title },
      ...parts.map(({ id, label }) => ({ value: `q:${question.id}:${id}`, label: `${title}: ${textIn(label, language, defaultLanguage) || id}` })),
      ...(hasOther(question) ? [{ value: `q:${question.id}:other`, label: `${title}: ${otherWord}` }] : []),
    ]
  })
}

export type Mapping = Record<string, string>
/** What is left out is not sent. */
export const mappingOf = (chosen: Readonly<Record<string, string | null>>): Mapping => Object.fromEntries(Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''))

/** A target that two columns name: the one would write over the other. */
export function doubled(mapping: Mapping): string | null {
  const seen = new Set<string>()
  for (const target of Object.values(mapping)) {
    if (seen.has(target)) return target
    seen.add(target)
  }
  return null
}
export const asksSomething = (mapping: Mapping): boolean => Object.values(mapping).some((target) => target.startsWith('q:'))
