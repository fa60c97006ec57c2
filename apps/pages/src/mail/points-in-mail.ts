import { otherOption, type Question } from '@kontuar/survey'
import { choicesOf, plain, type Asking } from '../questions/asking.ts'
import { pointWords } from '../questions/ends.ts'
import { pointsOf } from '../questions/scale.ts'

/** A point of the scale as the mail shows it. */
export interface Point { value: string; label: string; url: string }

export function pointsInMail(given: Asking, question: Question, url: string): Point[] {
  const to = (value: string) => `${url}${url.includes('?') ? '&' : '?'}v=${encodeURIComponent(value)}`
  if (question.type === 'single') return choicesOf(given, question, otherOption).map(({ value }) => ({ value, label: value === otherOption ? given.words.other : plain(given, question.options!.find((o) => o.id === value)!.label), url: to(value) }))
  const words = question.type === 'faces' ? pointWords(given, question) : null
  return pointsOf(question).map((point, i) => ({ value: String(point), label: words?.[i] ?? String(point), url: to(String(point)) }))
}
