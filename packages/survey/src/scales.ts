// Scales: where they begin and end, what they measure, and whether a point of them is good news.
import type { Metric, Question, QuestionType, Scale, SurveyDefinition, Tone, Value } from './definition.ts'

/** How many points each scale may have; the first is meant when none is said. */
export const pointsOf: Partial<Record<QuestionType, readonly number[]>> = { csat: [5, 3, 10], ces: [7, 5], stars: [5], faces: [5, 3] }
const metrics: Partial<Record<QuestionType, Metric>> = { nps: 'nps', csat: 'csat', stars: 'csat', faces: 'csat', ces: 'ces' }

/** Null: the question has no scale. */
export function scaleOf(question: Question): Scale | null {
  if (question.type === 'nps') return { min: 0, max: 10 }
  const usual = pointsOf[question.type]?.[0]
  return usual === undefined ? null : { min: 1, max: question.points ?? usual }
}

/** Stars and faces ask how satisfied somebody is, and count as CSAT. */
export function metricOf(question: Question): Metric | null {
  return metrics[question.type] ?? null
}

/** The question whose answer is the answer's score: the first one with a metric. */
export function primaryQuestion(definition: SurveyDefinition): Question | null {
  return definition.questions.find((q) => metricOf(q) !== null) ?? null
}

/**
 * Low is a detractor or somebody dissatisfied, high is what the metric counts as good: NPS 9 and 10, the top two of five,
 * the top one of three, the top three of ten, effort from 5 of 7 and from 4 of 5. Null for what is no point of the scale.
 */
export function toneOf(question: Question, value: Value | undefined): Tone | null {
  const scale = scaleOf(question)
  if (!scale || typeof value !== 'number' || !Number.isInteger(value) || value < scale.min || value > scale.max) return null
  const { lowUntil, highFrom } = bounds(question, scale.max)
  const point = question.type === 'ces' && question.reversed === true ? scale.min + scale.max - value : value
  return point <= lowUntil ? 'low' : point >= highFrom ? 'high' : 'middle'
}

function bounds(question: Question, points: number): { lowUntil: number; highFrom: number } {
  if (question.type === 'nps') return { lowUntil: 6, highFrom: 9 }
  if (points === 3) return { lowUntil: 1, highFrom: 3 }
  if (points === 7) return { lowUntil: 3, highFrom: 5 }
  return points === 10 ? { lowUntil: 5, highFrom: 8 } : { lowUntil: 2, highFrom: 4 }
}
