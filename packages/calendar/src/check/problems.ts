import { limits } from '../definition.ts'

export type CalendarProblemCode =
  | 'not-a-calendar' | 'unknown-field'
  | 'unknown-zone'
  | 'bad-weekly' | 'unknown-weekday' | 'bad-shifts' | 'too-many-shifts' | 'bad-time'
  | 'bad-holidays' | 'unknown-country' | 'unknown-region'
  | 'bad-exceptions' | 'too-many-exceptions' | 'bad-date' | 'duplicate-exception' | 'bad-name'
  | 'overlap' | 'never-open'

export interface CalendarProblem {
  code: CalendarProblemCode
  /** Where it is, as a JSON pointer (RFC 6901): /weekly/1/0/to. Empty for the calendar as a whole. */
  path: string
  /** One English sentence that says what to do. */
  sentence: string
  /** What the sentence speaks of, for the same sentence in another language. */
  values: Record<string, string | number>
}

/** Takes the first problems only: a file of the wrong kind would have thousands. */
export class Problems {
  readonly list: CalendarProblem[] = []

  add(code: CalendarProblemCode, path: string, sentence: string, values: CalendarProblem['values'] = {}): void {
    if (this.list.length < limits.problems) this.list.push({ code, path, sentence, values })
  }
}

/** What was given, short enough for a sentence. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 30 ? `${value.slice(0, 30)}…` : value)
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? String(value) : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : 'nothing'
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function refuseUnknownFields(problems: Problems, path: string, value: Record<string, unknown>, known: readonly string[]): void {
  for (const field of Object.keys(value)) {
    if (!known.includes(field)) problems.add('unknown-field', `${path}/${field.slice(0, 50)}`, `${show(field)} is not known here: use ${known.join(', ')}.`, { field: field.slice(0, 50) })
  }
}
