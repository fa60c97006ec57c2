// What is written, attached or agreed to.
import { fieldName, limits, type Question } from '@kontuar/survey'
import { attribute, flag, html, type Html } from '../html.ts'
import { idOf, say, type Asking } from './asking.ts'
import { single } from './frame.ts'

/** What is left is told by the script alone; nothing is cut while typing or pasting, the server says kindly what is too long. */
export function text(given: Asking, question: Question): Html {
  const name = fieldName(question.id)
  const { words } = given
  const limit = Math.min(question.maxLength ?? limits.text, limits.text)
  // A line break right after the tag is swallowed by browsers (HTML, "textarea"): one is given for it.
  return single(given, question, (attributes) => html`<textarea${attributes} name="${name}" rows="${limit <= 200 ? 2 : 5}" dir="auto" data-limit="${limit}">${'\n'}${given.filled(name)[0]}</textarea><p class="count" aria-live="polite" data-left="${words.charactersLeft}" data-over="${words.charactersOver}"></p>`)
}

/** What the server takes (it looks at the bytes); HEIC is what a phone takes pictures in. */
export const fileTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/heic', 'application/pdf'] as const

/** A browser never fills a file in again: what is kept already is named, and stays unless another one is chosen. */
export function file(given: Asking, question: Question): Html {
  const name = fieldName(question.id)
  const [kept] = given.filled(name)
  return single(given, question, (attributes) => html`<input${attributes} type="file" name="${name}"${attribute('accept', fileTypes.join(','))}>${kept && html`<p class="help">${given.words.fileKept(kept)}</p>`}`, html`${given.words.fileKinds}`)
}

/** The text of the consent is the question itself, in full beside its box (GDPR, Article 7: clear and plain). */
export function consent(given: Asking, question: Question): Html {
  const name = fieldName(question.id)
  const id = idOf(given, question)
  const problem = given.problems.get(question.id)
  const help = say(given, question.help)
  const described = [...(help.text === '' ? [] : [`${id}-help`]), ...(problem === undefined ? [] : [`${id}-error`])].join(' ')
  return html`<div class="q" id="${id}">${problem && html`<p class="error" id="${id}-error">${problem}</p>`}<label class="row consent"><input id="${id}-1" type="checkbox" name="${name}" value="true"${flag('checked', given.filled(name).includes('true'))}${attribute('aria-describedby', described || null)}${flag('aria-required="true"', question.required === true)}${flag('aria-invalid="true"', problem !== undefined)}><span>${say(given, question.title)}${question.required && html` <span class="req">${given.words.required}</span>`}</span></label>${help.text !== '' && html`<p class="help" id="${id}-help">${help}</p>`}</div>`
}
