// What the ends and the points of a scale are called: by the survey itself, else in the words of packages/survey.
import { endWords, valueWords, type Question } from '@kontuar/survey'
import type { Asking } from './asking.ts'

export const endsOf = ({ definition, language }: Asking, question: Question): { low: string; high: string } => endWords(question, language, definition.defaultLanguage)!

/** From the lowest on; null where points are numbers only (0 to 10, 1 to 10). */
export const pointWords = ({ definition, language }: Asking, question: Question): string[] | null => valueWords(question, language, definition.defaultLanguage)
