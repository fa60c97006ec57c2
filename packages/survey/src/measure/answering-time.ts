/*
 * How long it takes to answer. Reading: 68 ms a character, the mean of 14 languages, spaces included (Trauzettel-Klosinski,
 * Dietz and the IReST Study Group, IOVS 53 (2012) 5452-5461). Measured aloud, so it rather promises too much time than too
 * little. Choosing and writing: our own assumption, to be held against the times of real answers.
 */
import type { Language, Question, SurveyDefinition } from '../definition.ts'
import { textIn } from '../languages.ts'
import { pagesOf } from '../pages.ts'

const readingMs = 68
/** Seconds to choose, type or take, beyond reading. */
const choosing: Record<Question['type'], number> = { nps: 3, csat: 2, ces: 3, stars: 2, faces: 2, single: 2, multiple: 4, reasons: 4, matrix: 0, text: 15, file: 20, consent: 2 }
const eachRow = 3
const eachPage = 2
/** A text that nobody has to write is written by fewer than half. */
const optionalText = 6
/** Of a question with a condition: who gets it is not known beforehand. */
const conditionalShare = 0.5

/** Seconds, whole ones; 0 when nothing is asked. */
export function answeringSeconds(definition: SurveyDefinition, language: Language): number {
  if (definition.questions.length === 0) return 0
  const read = (texts: Parameters<typeof textIn>[0]) => textIn(texts, language, definition.defaultLanguage).length * readingMs / 1000
  const ofQuestion = (question: Question) => {
    const lists = [...(question.options ?? []), ...(question.rows ?? [])]
    const reading = read(question.title) + read(question.help) + lists.reduce((sum, { label }) => sum + read(label), 0)
    const acting = question.type === 'text' && question.required !== true ? optionalText : choosing[question.type] + eachRow * (question.rows?.length ?? 0)
    return (reading + acting) * (question.condition ? conditionalShare : 1)
  }
  const pages = pagesOf(definition, {}).length * eachPage
  return Math.max(1, Math.round(read(definition.intro) + pages + definition.questions.reduce((sum, q) => sum + ofQuestion(q), 0)))
}
