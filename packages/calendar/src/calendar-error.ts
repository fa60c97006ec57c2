import type { CalendarProblem } from './check/problems.ts'

export type CalendarErrorCode = 'bad-calendar' | 'bad-instant' | 'bad-duration' | 'out-of-range' | 'bad-date' | 'bad-term' | 'unknown-zone' | 'unknown-holidays'

/** The only error of this package. `message` is a sentence for people; `problems` is filled for `bad-calendar` alone. */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode
  readonly problems: readonly CalendarProblem[]

  constructor(code: CalendarErrorCode, sentence: string, problems: readonly CalendarProblem[] = []) {
    super(sentence)
    this.name = 'CalendarError'
    this.code = code
    this.problems = problems
  }
}
