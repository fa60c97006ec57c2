// The board: what is to be done, what has been begun, what was done in the last week.
import type { Task } from '@kontuar/contracts'

export const states = ['open', 'doing', 'done'] as const
const weekMs = 7 * 86_400_000
const place = ({ dueAt }: Task) => (dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(dueAt))

/** Each task once, where it stands by what is known last: a card moves at once, before the lists are asked again. */
export function columnsOf(tasks: readonly Task[], now: number): Record<Task['state'], Task[]> {
  const all = [...new Map(tasks.map((task) => [task.id, task])).values()]
  const of = (state: Task['state']) => all.filter((task) => task.state === state)
  return {
    open: of('open').toSorted((a, b) => place(a) - place(b)), doing: of('doing').toSorted((a, b) => place(a) - place(b)),
    done: of('done').filter(({ doneAt }) => doneAt === null || Date.parse(doneAt) > now - weekMs).toSorted((a, b) => Date.parse(b.doneAt ?? '') - Date.parse(a.doneAt ?? '')),
  }
}

/** The column after (1) or before (-1); null: there is none. */
export const columnBeside = (state: Task['state'], step: 1 | -1): Task['state'] | null => states[states.indexOf(state) + step] ?? null
