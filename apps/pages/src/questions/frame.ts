// What stands around the fields of every question: its title, whether it must be answered, help, what is wrong.
import type { Question } from '@kontuar/survey'
import { attribute, flag, html, type Html } from '../html.ts'
import { idOf, say, type Asking } from './asking.ts'

/** Help and mistake, and the ids under which a field names them. */
function around(given: Asking, question: Question): { help: Html | null; error: Html | null; describedBy: string | null } {
  const id = idOf(given, question)
  const help = say(given, question.help)
  const problem = given.problems.get(question.id)
  const parts = [...(help.text === '' ? [] : [`${id}-help`]), ...(problem === undefined ? [] : [`${id}-error`])]
  return {
    help: help.text === '' ? null : html`<p class="help" id="${id}-help">${help}</p>`,
    error: problem === undefined ? null : html`<p class="error" id="${id}-error">${problem}</p>`,
    describedBy: parts.length === 0 ? null : parts.join(' '),
  }
}

const requiredWord = ({ words }: Asking, question: Question) => (question.required ? html` <span class="req">${words.required}</span>` : null)

/**
 * A question answered by one or several of many fields. `one`: exactly one can be chosen, which the group says itself
 * (role radiogroup) together with whether it must be.
 */
export function group(given: Asking, question: Question, fields: Html, options: { one: boolean; hint?: string }): Html {
  const { help, error, describedBy } = around(given, question)
  // Who explains the question says that as well.
  const hint = help === null ? options.hint : undefined
  const role = options.one ? html` role="radiogroup"${flag('aria-required="true"', question.required === true)}${flag('aria-invalid="true"', error !== null)}` : null
  return html`<fieldset class="q${(help !== null || hint) && ' helped'}" id="${idOf(given, question)}"${role}${attribute('aria-describedby', describedBy)}><legend>${say(given, question.title)}${requiredWord(given, question)}</legend>${help}${hint && html`<p class="help">${hint}</p>`}${error}${fields}</fieldset>`
}

/** A question answered by one field. The field is given the attributes that tie it to its title, help and mistake. */
export function single(given: Asking, question: Question, field: (attributes: Html) => Html, hint?: Html): Html {
  const { help, error, describedBy } = around(given, question)
  const id = idOf(given, question)
  const names = [describedBy, hint && `${id}-hint`].filter(Boolean).join(' ')
  const attributes = html` id="${id}-1"${attribute('aria-describedby', names || null)}${flag('aria-required="true"', question.required === true)}${flag('aria-invalid="true"', error !== null)}`
  return html`<div class="q${(help !== null || hint) && ' helped'}" id="${id}"><label class="title" for="${id}-1">${say(given, question.title)}${requiredWord(given, question)}</label>${help}${hint && html`<p class="help" id="${id}-hint">${hint}</p>`}${error}${field(attributes)}</div>`
}
