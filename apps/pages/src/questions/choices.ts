// One of several, or several: a row each, wide enough for a thumb.
import { fieldName, otherOption, type Question } from '@kontuar/survey'
import { flag, html, type Html } from '../html.ts'
import { choicesOf, idOf, type Asking } from './asking.ts'
import { group } from './frame.ts'

export function choices(given: Asking, question: Question): Html {
  const one = question.type === 'single'
  const name = fieldName(question.id)
  const chosen = given.filled(name)
  const id = idOf(given, question)
  const rows = choicesOf(given, question, otherOption).map(({ value, label }, i) =>
    html`<label class="row"><input id="${id}-${i + 1}" type="${one ? 'radio' : 'checkbox'}"${flag('class="other"', question.other === true && value === otherOption)} name="${name}" value="${value}"${flag('checked', chosen.includes(value))}><span>${label}</span></label>`)
  return group(given, question, html`<div class="rows">${rows}</div>${question.other && otherField(given, question)}`, one ? { one } : { one, hint: given.words.chooseAny })
}

/** Shown once "other" is chosen, where the browser can do that without script; else always. */
function otherField(given: Asking, question: Question): Html {
  const name = fieldName(question.id, 'other')
  const id = `${idOf(given, question)}-other`
  return html`<div class="else"><label for="${id}">${given.words.otherText}</label><input type="text" id="${id}" name="${name}" value="${given.filled(name)[0]}" autocomplete="off" dir="auto"></div>`
}
