// Stars and faces: drawn here, named in words, chosen like any radio button. Neither colour nor face stands alone.
import { fieldName, type Question } from '@kontuar/survey'
import { flag, html, trusted, type Html } from '../html.ts'
import { idOf, type Asking } from './asking.ts'
import { pointWords } from './ends.ts'
import { group } from './frame.ts'
import { chosenWord, ends, pointsOf } from './scale.ts'

const star = trusted('<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2.6l2.9 6 6.5.9-4.7 4.6 1.1 6.5L12 17.5l-5.8 3.1 1.1-6.5L2.6 9.5l6.5-.9z"/></svg>')

export function stars(given: Asking, question: Question): Html {
  const points = pointsOf(question)
  const words = pointWords(given, question)!
  const told = points.map((point, i) => `${given.words.pointOf(point, points.length)}: ${words[i]}`)
  const labels = pictures(given, question, (point, i) => html`${star}<span aria-hidden="true">${point}</span><span class="away">${told[i]}</span>`)
  return group(given, question, html`<div class="pics stars">${labels}</div>${ends(given, question)}${chosenWord(points, told)}`, { one: true })
}

/** From one to five: how far the mouth is from straight, downwards first. */
const mouths = ['M8 16.8c1-1.9 2.4-2.8 4-2.8s3 .9 4 2.8', 'M8.3 16.2c1.1-1 2.3-1.5 3.7-1.5s2.6.5 3.7 1.5', 'M8.3 15.5h7.4', 'M8.3 14.8c1.1 1 2.3 1.5 3.7 1.5s2.6-.5 3.7-1.5', 'M7.7 14.2c1.1 2 2.5 3 4.3 3s3.2-1 4.3-3']

function face(point: number, points: number): Html {
  const mouth = mouths[points === 3 ? point * 2 - 2 : point - 1]!
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/><g class="in"><path d="M9 9v1M15 9v1"/><path d="${mouth}"/></g></svg>`
}

export function faces(given: Asking, question: Question): Html {
  const words = pointWords(given, question)!
  return group(given, question, html`<div class="pics faces">${pictures(given, question, (point, i) => html`${face(point, words.length)}<span>${words[i]}</span>`)}</div>`, { one: true })
}

function pictures(given: Asking, question: Question, picture: (point: number, place: number) => Html): Html[] {
  const name = fieldName(question.id)
  const chosen = given.filled(name)
  const id = idOf(given, question)
  return pointsOf(question).map((point, i) => html`<label><input id="${id}-${i + 1}" type="radio" name="${name}" value="${point}"${flag('checked', chosen.includes(String(point)))}>${picture(point, i)}</label>`)
}
