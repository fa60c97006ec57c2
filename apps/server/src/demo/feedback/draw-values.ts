import { toneOf, type Question, type SurveyDefinition, type Values } from '@kontuar/survey'
import type { Locale } from '@kontuar/contracts'
import type { Chance } from '../chance.ts'
import { comments } from './words.ts'

/** `glad`: a promoter, top marks; `fine`: content, and no more; `sorry`: not content. */
export type Mood = 'glad' | 'fine' | 'sorry'

/** By what is asked: how often each point is given, from the lowest on. Most who are not content say so mildly. */
const points: Record<'nps' | 'ces' | 'stars', Record<Mood, readonly number[]>> = {
  nps: { glad: [0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 6], fine: [0, 0, 0, 0, 0, 0, 0, 4, 6], sorry: [2, 1, 1, 2, 2, 5, 5] },
  ces: { glad: [0, 0, 0, 0, 0, 5, 5], fine: [0, 0, 0, 0, 1], sorry: [2, 2, 3, 4] },
  stars: { glad: [0, 0, 0, 0, 1], fine: [0, 0, 0, 1], sorry: [2, 2, 4] },
}

/** What somebody answers; what follows a low score is answered too, and some write something. */
export function drawValues(definition: SurveyDefinition, mood: Mood, language: Locale, chance: Chance): Values {
  const score = definition.questions.find((q) => q.id === 'score')!
  const value = valueOf(score, mood, chance)
  const tone = toneOf(score, value) ?? 'middle'
  const values: Values = { score: value }
  for (const question of definition.questions) {
    const pick = question.options?.[Math.floor(chance.next() * question.options.length)]?.id
    if (question.type === 'single' && pick !== undefined) values[question.id] = tone === 'high' ? question.options![0]!.id : pick
    if (question.type === 'reasons' && pick !== undefined && tone === 'low') values[question.id] = [pick]
    if (question.type === 'text' && chance.happens(tone === 'low' ? 0.65 : 0.25)) values[question.id] = chance.one(comments[tone][language])
  }
  return values
}

function valueOf({ type }: Question, mood: Mood, chance: Chance): number {
  const weights = points[type === 'nps' || type === 'ces' ? type : 'stars'][mood]
  return Number(chance.weighted(Object.fromEntries(weights.map((weight, i) => [String(type === 'nps' ? i : i + 1), weight]))))
}
