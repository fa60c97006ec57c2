/*
 * An id means one thing for ever: numbers over all versions are added up by it. A question that comes with another type or
 * scale under an old id would mix two scales in one figure; an option that was taken out may come back only as itself.
 */
import { pointsOf, textIn, type Question, type SurveyDefinition } from '@kontuar/survey'

export interface LostId { path: (string | number)[]; sentence: string }

/** @param earlier the published versions, the newest first */
export function lostIds(next: SurveyDefinition, earlier: readonly SurveyDefinition[]): LostId[] {
  return next.questions.flatMap((question, place) => {
    const past = earlier.flatMap((version) => version.questions.filter((q) => q.id === question.id))
    const path = ['questions', place]
    const other = past.find((q) => meaningOf(q) !== meaningOf(question))
    if (other) return [{ path: [...path, 'id'], sentence: `Question ${place + 1} has the id "${question.id}", under which ${named(other)} was asked before and answered: give it a new id.` }]
    return (['options', 'rows'] as const).flatMap((list) => (question[list] ?? []).flatMap((option, i) => {
      const newest = earlier[0]?.questions.find((q) => q.id === question.id)
      if (newest?.[list]?.some((o) => o.id === option.id)) return []
      const before = past.flatMap((q) => q[list] ?? []).find((o) => o.id === option.id)
      const language = next.defaultLanguage
      if (!before || sameWords(textIn(before.label, language, language), textIn(option.label, language, language))) return []
      return [{ path: [...path, list, i, 'id'], sentence: `An option of question ${place + 1} has the id "${option.id}", which stood for "${textIn(before.label, language, language)}" in an earlier version: give it a new id.` }]
    }))
  })
}

/** What its values mean; texts may be mended. */
function meaningOf(question: Question): string {
  return `${question.type} ${question.points ?? pointsOf[question.type]?.[0] ?? ''} ${question.reversed === true ? 'reversed' : ''}`
}

const named = (question: Question) => `a question of the type ${question.type}${question.points === undefined ? '' : ` with ${question.points} points`}`
const sameWords = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
