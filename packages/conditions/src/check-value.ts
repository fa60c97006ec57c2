// Whether what stands in `value` is what the operator asks of the field.
import type { FieldShape } from './fields.ts'
import { foldText } from './fold-text.ts'
import { isRecord, limits } from './group.ts'
import { isDate, isInstant, unitMs } from './moments.ts'
import { byWordForms, operatorShapes, type Operator } from './operators.ts'
import { quote, type ProblemCode } from './problems.ts'

export interface CheckOptions {
  /** False where nobody asks, as in a queue's rule: `@me` is refused there. */
  me?: boolean
  /** False, of what is stored already: ids that are no longer known pass, which then match nothing, and so do numbers out of range. */
  known?: boolean
}
export interface Fault { code: ProblemCode; sentence: string }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const fault = (code: ProblemCode, sentence: string): Fault => ({ code, sentence })

export function checkValue(field: FieldShape, operator: Operator, value: unknown, options: CheckOptions): Fault | null {
  const name = quote(field.name)
  const shape = operatorShapes[operator]
  if (shape === 'none') return null
  if (shape === 'period') return checkPeriod(field, value)
  if (shape === 'one' || (shape === 'oneOrList' && !Array.isArray(value))) return checkOne(field, operator, value, options)
  if (!Array.isArray(value)) return fault('wrong-value', `The condition on ${name} asks for a list: send "value" as an array.`)
  if (shape === 'two' && value.length !== 2) return fault('wrong-value', `The condition on ${name} asks for exactly two values, from and to: send "value" as an array of two.`)
  if (value.length === 0) return fault('empty-list', `The condition on ${name} has an empty list: choose at least one value.`)
  if (value.length > limits.listLength) return fault('too-many', `The condition on ${name} lists ${value.length} values: ${limits.listLength} at most.`)
  for (const one of value) {
    const found = checkOne(field, operator, one, options)
    if (found) return found
  }
  return shape === 'two' && isReversed(value[0], value[1]) ? fault('reversed', `In the condition on ${name} the first value is greater than the second: exchange them.`) : null
}

function checkOne(field: FieldShape, operator: Operator, value: unknown, options: CheckOptions): Fault | null {
  const name = quote(field.name)
  const wrong = (wanted: string) => fault(value === undefined || value === null || value === '' ? 'empty-value' : 'wrong-value', `The condition on ${name} asks for ${wanted}.`)
  switch (field.type) {
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? checkRange(field, value, options) : wrong('a number')
    case 'boolean': return typeof value === 'boolean' ? null : wrong('true or false')
    case 'date': return isDate(value) ? null : wrong('a date like 2026-03-29')
    case 'instant': return isInstant(value) || isDate(value) ? null : wrong('a time like 2026-03-29T12:00:00Z or a date like 2026-03-29')
    case 'text': return typeof value === 'string' && value !== '' ? checkText(name, operator, value) : wrong('a text')
    default: return typeof value === 'string' && value !== '' ? checkId(field, operator, value, options) : wrong('one of its choices')
  }
}

function checkRange({ name, range }: FieldShape, value: number, options: CheckOptions): Fault | null {
  const { min = -Infinity, max = Infinity } = range ?? {}
  if (options.known === false || (value >= min && value <= max)) return null
  const wanted = max === Infinity ? `${min} or more` : min === -Infinity ? `${max} or less` : `from ${min} to ${max}`
  return fault('out-of-range', `The condition on ${quote(name)} asks for a number ${wanted}, and ${value} is none of them.`)
}

function checkText(name: string, operator: Operator, value: string): Fault | null {
  if (value.length > limits.textLength) return fault('too-long', `The text in the condition on ${name} is too long: ${limits.textLength} characters at most.`)
  if (!isStorable(value)) return fault('not-storable', `The text in the condition on ${name} contains characters that are none: type it again.`)
  if ((byWordForms as readonly Operator[]).includes(operator) && !/[\p{L}\p{N}]/u.test(value)) return fault('empty-value', `The condition on ${name} asks for a word or several: signs alone can be asked for with "contains".`)
  return foldText(value).trim() === '' ? fault('empty-value', `The condition on ${name} asks for a text with at least one letter, digit or sign.`) : null
}

function checkId(field: FieldShape, operator: Operator, value: string, options: CheckOptions): Fault | null {
  const name = quote(field.name)
  const equality = operator === '=' || operator === '!=' || operator === 'in' || operator === 'notIn'
  if (equality && value === '@none') return null
  if (equality && value === '@me' && field.type === 'person') {
    return options.me === false ? fault('me-not-here', `The condition on ${name} says "me", but nobody in particular asks here: choose a person.`) : null
  }
  const formed = field.ids === 'uuid' ? uuid.test(value) : value.length <= limits.idLength && isStorable(value) && !value.startsWith('@')
  if (!formed) return fault('wrong-value', `${quote(value)} in the condition on ${name} is not an id: choose one of its choices.`)
  return options.known !== false && field.known && !field.known.has(value) ? fault('unknown-choice', `The condition on ${name} names ${quote(value)}, which there is not: choose another.`) : null
}

function checkPeriod(field: FieldShape, value: unknown): Fault | null {
  const name = quote(field.name)
  const units = field.type === 'date' ? ['days'] : Object.keys(unitMs)
  if (!isRecord(value)) return fault('empty-value', `The condition on ${name} asks for a length of time like {"amount": 2, "unit": "${units.at(-1)}"}.`)
  const { amount, unit } = value
  if (typeof unit !== 'string' || !units.includes(unit)) return fault('wrong-value', `The unit in the condition on ${name} has to be ${units.join(' or ')}.`)
  const most = (limits.amountDays * unitMs.days) / unitMs[unit as keyof typeof unitMs]
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 0 || amount > most) return fault('wrong-value', `The amount in the condition on ${name} has to be a whole number from 0 to ${most}.`)
  return null
}

/** PostgreSQL's text holds neither NUL nor half a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

function isReversed(first: unknown, second: unknown): boolean {
  if (typeof first === 'number' && typeof second === 'number') return first > second
  if (isDate(first) && isDate(second)) return first > second
  return isInstant(first) && isInstant(second) && Date.parse(first) > Date.parse(second)
}
