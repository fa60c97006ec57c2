/*
 * Scales of numbers: nps, csat, ces. A native radio group, in one row of targets of 24 px at least on 320 px (WCAG 2.5.8).
 * In right-to-left writing the low end stands on the right, where reading begins: the words at its ends, the order of the
 * keyboard and the order read aloud then agree, and so do sliders and ratings of Android and iOS in Arabic and Hebrew.
 */
import { fieldName, scaleOf, type Question } from '@kontuar/survey'
import { flag, html, type Html } from '../html.ts'
import { idOf, type Asking } from './asking.ts'
import { endsOf, pointWords } from './ends.ts'
import { group } from './frame.ts'

export function pointsOf(question: Question): number[] {
  const { min, max } = scaleOf(question)!
  return Array.from({ length: max - min + 1 }, (_, i) => min + i)
}

export function scale(given: Asking, question: Question): Html {
  const name = fieldName(question.id)
  const chosen = given.filled(name)
  const points = pointsOf(question)
  const { low, high } = endsOf(given, question)
  const words = pointWords(given, question)
  const id = idOf(given, question)
  const labels = points.map((point, i) => {
    const word = words?.[i] ?? (i === 0 ? low : i === points.length - 1 ? high : null)
    return html`<label><input id="${id}-${i + 1}" type="radio" name="${name}" value="${point}"${flag('checked', chosen.includes(String(point)))}><span>${point}${word && html`<span class="away">, ${word}</span>`}</span></label>`
  })
  return group(given, question, html`<div class="scale${points.length <= 7 && ' five'}">${labels}</div>${ends(given, question)}${words && chosenWord(points, words)}`, { one: true })
}

/** For the eye; whoever listens hears them with the points they belong to. */
export function ends(given: Asking, question: Question): Html {
  const { low, high } = endsOf(given, question)
  return html`<p class="ends" aria-hidden="true"><span>${low}</span><span>${high}</span></p>`
}

/** The word of the chosen point under the scale: all stand there, the style sheet shows the one (no script). */
export const chosenWord = (points: readonly number[], words: readonly string[]): Html => html`<p class="told" aria-hidden="true">${points.map((point, i) => html`<span class="p${point}">${words[i]}</span>`)}</p>`
