import { limits } from '../definition.ts'
import { parseClosingTime, parseTime } from '../time/wall-time.ts'
import { isObject, refuseUnknownFields, show, type Problems } from './problems.ts'

/** Whether it is a list of shifts that can be read; what is wrong is added to the problems. */
export function checkShifts(problems: Problems, path: string, shifts: unknown): void {
  if (!Array.isArray(shifts)) {
    problems.add('bad-shifts', path, `Shifts are a list of { from, to }, empty for a closed day; this is ${show(shifts)}.`)
    return
  }
  if (shifts.length > limits.shiftsADay) {
    problems.add('too-many-shifts', path, `A day has at most ${limits.shiftsADay} shifts; here are ${shifts.length}.`, { most: limits.shiftsADay, given: shifts.length })
    return
  }
  shifts.forEach((shift: unknown, index) => {
    const here = `${path}/${index}`
    if (!isObject(shift)) {
      problems.add('bad-shifts', here, `A shift is { from, to }, like 09:00 and 17:00; this is ${show(shift)}.`)
      return
    }
    refuseUnknownFields(problems, here, shift, ['from', 'to'])
    if (parseTime(shift['from']) === null) problems.add('bad-time', `${here}/from`, `A shift begins at a time from 00:00 to 23:59; this is ${show(shift['from'])}.`, { given: show(shift['from']) })
    if (parseClosingTime(shift['to']) === null) problems.add('bad-time', `${here}/to`, `A shift ends at a time from 00:00 to 24:00; this is ${show(shift['to'])}.`, { given: show(shift['to']) })
  })
}
