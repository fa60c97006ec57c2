import type { Language, SurveyDefinition } from '../definition.ts'
import { answeringSeconds } from './answering-time.ts'
import { hintsOf, hintWeights, longFrom, type Hint } from './hints.ts'

export interface SurveyMeasure {
  /** About how long it takes. */
  seconds: number
  /** 0 to 100, the better the higher: the mean of the two, and no better than twice the worse of them. */
  score: number
  length: number
  clarity: number
  hints: Hint[]
}

/** How long a survey takes and how clear it is, in one of its languages. One that asks nothing has no points. */
export function measureSurvey(definition: SurveyDefinition, language: Language): SurveyMeasure {
  const seconds = answeringSeconds(definition, language)
  const hints = hintsOf(definition, language, seconds)
  if (definition.questions.length === 0) return { seconds: 0, score: 0, length: 0, clarity: 0, hints }
  const length = lengthPoints(seconds)
  const clarity = Math.max(0, 100 - hints.reduce((sum, { code }) => sum + hintWeights[code], 0))
  return { seconds, score: Math.round(Math.min((length + clarity) / 2, 2 * length, 2 * clarity)), length, clarity, hints }
}

/** A minute is full marks, two minutes are good (85), ten are none. Where it bends is judgement; that it falls is not. */
function lengthPoints(seconds: number): number {
  if (seconds <= 60) return 100
  if (seconds <= longFrom) return Math.round(100 - 15 * (seconds - 60) / (longFrom - 60))
  return Math.max(0, Math.round(85 - 85 * (seconds - longFrom) / (600 - longFrom)))
}
