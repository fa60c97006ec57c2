import { firstYear, lastYear, limits } from '../definition.ts'
import { parseDate, parseYearlyDate } from '../time/dates.ts'
import { checkShifts } from './check-shifts.ts'
import { isObject, refuseUnknownFields, show, type Problems } from './problems.ts'

export function checkExceptions(problems: Problems, exceptions: unknown): void {
  if (!Array.isArray(exceptions)) {
    problems.add('bad-exceptions', '/exceptions', `Exceptions are a list, empty when there are none; this is ${show(exceptions)}.`)
    return
  }
  if (exceptions.length > limits.exceptions) {
    problems.add('too-many-exceptions', '/exceptions', `A calendar has at most ${limits.exceptions} exceptions; here are ${exceptions.length}: remove those that are past.`, { most: limits.exceptions, given: exceptions.length })
    return
  }
  const seen = new Set<string>()
  exceptions.forEach((exception: unknown, index) => {
    const path = `/exceptions/${index}`
    if (!isObject(exception)) {
      problems.add('bad-exceptions', path, `An exception is { on, shifts } or { every, shifts }; this is ${show(exception)}.`)
      return
    }
    refuseUnknownFields(problems, path, exception, ['on', 'every', 'shifts', 'name'])
    const day = checkDay(problems, path, exception)
    if (day !== null && seen.has(day)) problems.add('duplicate-exception', path, `${day} has two exceptions: put all its shifts into one.`, { day })
    if (day !== null) seen.add(day)
    checkShifts(problems, `${path}/shifts`, exception['shifts'])
    const { name } = exception
    if (name !== undefined && (typeof name !== 'string' || name.trim() === '' || name.length > limits.nameLength)) {
      problems.add('bad-name', `${path}/name`, `The name of an exception is a text of 1 to ${limits.nameLength} characters, or is left out.`, { most: limits.nameLength })
    }
  })
}

function checkDay(problems: Problems, path: string, { on, every }: Record<string, unknown>): string | null {
  if ((on === undefined) === (every === undefined)) {
    problems.add('bad-exceptions', path, 'An exception has either a date (on) or a day of each year (every).')
    return null
  }
  if (on !== undefined && parseDate(on) === null) {
    problems.add('bad-date', `${path}/on`, `A date is written YYYY-MM-DD, exists, and lies in the years ${firstYear} to ${lastYear}; this is ${show(on)}.`, { given: show(on) })
    return null
  }
  if (every !== undefined && parseYearlyDate(every) === null) {
    problems.add('bad-date', `${path}/every`, `A day of each year is written MM-DD, like 12-24; this is ${show(every)}.`, { given: show(every) })
    return null
  }
  return String(on ?? every)
}
