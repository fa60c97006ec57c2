// What the questions and options of a survey are called, in all its languages, folded.
import type { Option, SurveyDefinition, Texts } from '@kontuar/survey'
import { foldWords } from './fold-words.ts'

/** Facts of the contact stand in no other tool's export. */
export const wordsOf = (texts: Texts): string[] => [...new Set(Object.values(texts).map((text) => foldWords((text ?? '').replace(/\{\{[^{}]*\}\}/g, ' '))))].filter((word) => word !== '')

/**
 * Finds the option a label means: its id, the label as written, then folded where no two fold to the same. Null: none.
 */
export function optionFinder(options: readonly Option[]): (label: string) => string | null {
  const [exact, folded] = [new Map<string, string>(), new Map<string, string | null>()]
  for (const { id, label } of options) {
    exact.set(id, id)
    for (const text of Object.values(label)) if (text !== undefined) exact.set(text.trim(), id)
    for (const word of wordsOf(label)) folded.set(word, folded.has(word) && folded.get(word) !== id ? null : id)
  }
  return (given) => exact.get(given.trim()) ?? folded.get(foldWords(given)) ?? null
}

interface PartName { questionId: string; part: string; words: string[] }

/** "Question — option" and "Question [row]", as tools name a column for each. */
export const partNames = (definition: SurveyDefinition): PartName[] => definition.questions.flatMap((question) => {
  const parts = question.type === 'matrix' ? question.rows : question.type === 'multiple' || question.type === 'reasons' ? question.options : undefined
  return (parts ?? []).map((part) => ({ questionId: question.id, part: part.id, words: wordsOf(question.title).flatMap((title) => wordsOf(part.label).map((label) => `${title} ${label}`)) }))
})
