// Undo and redo over whole values. Words typed in one go are one step: who takes back a sentence does not want to do it letter by letter.
export interface History<T> {
  past: readonly T[]
  present: T
  future: readonly T[]
  /** What the newest step was, and when it was last continued (ms). */
  last: { what: string; at: number } | null
}

const deepest = 200
/** A pause of so many milliseconds ends a step. */
export const stepPause = 2000

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [], last: null })

/** `what` names what is being changed, `title.pl q1`; the same again without a pause continues the step. Null: always a step of its own. */
export function changed<T>(history: History<T>, present: T, what: string | null, at: number): History<T> {
  if (present === history.present) return history
  const continues = what !== null && history.last?.what === what && at - history.last.at < stepPause && history.past.length > 0
  return { past: continues ? history.past : [...history.past, history.present].slice(-deepest), present, future: [], last: what === null ? null : { what, at } }
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  return before === undefined ? history : { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], last: null }
}

export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future, last: null }
}
