import { toneOf, type SurveyDefinition, type Values } from '@kontuar/survey'
import type { Locale } from '@kontuar/contracts'
import type { Chance } from '../chance.ts'
import { comments } from './words.ts'

/** What somebody answers who is content or not; what follows a low score is answered too, and some write something. */
export function drawValues(definition: SurveyDefinition, content: boolean, language: Locale, chance: Chance): Values {
  const score = definition.questions.find((q) => q.id === 'score')!
  const top = score.type === 'nps' ? 10 : (score.points ?? 5)
  const drawn = Math.round((content ? 0.82 + 0.18 * chance.next() : chance.next() * 0.75) * top)
  const value = Math.min(top, Math.max(score.type === 'nps' ? 0 : 1, drawn))
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
