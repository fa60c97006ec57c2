// When closing a task asks what lay behind it and what was done.
import type { Task, TaskSettings } from '@kontuar/contracts'

/** What began with an unhappy customer; a warning is a figure that moved, it has its own ending. */
const loops: ReadonlySet<string> = new Set(['recovery', 'answer', 'alert'])

export function asksCause(closingAsks: TaskSettings['closingAsks'], source: Task['source']): boolean {
  switch (closingAsks) {
    case 'nothing': return false
    case 'everything': return true
    case 'loops': return source !== null && loops.has(source.kind)
  }
}

/** On the board: done, begun, or neither. */
export const stateOf = ({ begunAt, doneAt }: { begunAt: Date | null; doneAt: Date | null }): Task['state'] => (doneAt !== null ? 'done' : begunAt !== null ? 'doing' : 'open')
