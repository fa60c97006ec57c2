/*
 * Rows and columns. One structure for both widths: each row is a radio group named by its row, each field by its column,
 * so that narrow screens stack them and wide ones lay them out as a table without a second copy and without script.
 * More than six columns stay stacked: they would not fit the one column of the page.
 */
import { fieldName, type Question } from '@kontuar/survey'
import { flag, html, type Html } from '../html.ts'
import { idOf, say, type Asking } from './asking.ts'
import { group } from './frame.ts'

const columnsThatFit = 6

export function matrix(given: Asking, question: Question): Html {
  const id = idOf(given, question)
  const columns = (question.options ?? []).map((option) => ({ value: option.id, label: say(given, option.label) }))
  let field = 0
  const rows = (question.rows ?? []).map((row, r) => {
    const name = fieldName(question.id, row.id)
    const chosen = given.filled(name)
    const cells = columns.map(({ value, label }) => {
      field += 1
      return html`<label class="cell"><input id="${id}-${field}" type="radio" name="${name}" value="${value}"${flag('checked', chosen.includes(value))}><span>${label}</span></label>`
    })
    return html`<div class="line" role="radiogroup" aria-labelledby="${id}-row${r + 1}"${flag('aria-required="true"', question.required === true)}><p class="of" id="${id}-row${r + 1}">${say(given, row.label)}</p><div class="cells">${cells}</div></div>`
  })
  const heads = html`<div class="heads" aria-hidden="true"><span></span>${columns.map(({ label }) => html`<span>${label}</span>`)}</div>`
  return group(given, question, html`<div class="grid${columns.length <= columnsThatFit && ' wide'}">${heads}${rows}</div>`, { one: false })
}
