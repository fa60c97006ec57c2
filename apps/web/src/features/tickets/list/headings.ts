import type { Ticket } from '@kontuar/contracts'
import type { Names } from './use-names.ts'

export type Entry = { kind: 'row'; ticket: Ticket; index: number } | { kind: 'heading'; key: string; label: string }

/** The rows as the server orders them, with a heading where the grouped value changes. */
export function withHeadings(rows: readonly Ticket[], labelOf: ((ticket: Ticket) => string) | null): Entry[] {
  let last: string | null = null
  return rows.flatMap((ticket, index): Entry[] => {
    const row: Entry = { kind: 'row', ticket, index }
    const label = labelOf?.(ticket)
    if (label === undefined || label === last) return [row]
    last = label
    return [{ kind: 'heading', key: `heading-${index}-${label}`, label }, row]
  })
}

/** What the heading says; null: this field makes no headings. */
export function headingOf(group: string | null, names: Names, words: { priority(ticket: Ticket): string; none: string }): ((ticket: Ticket) => string) | null {
  switch (group) {
    case 'status': return names.status
    case 'priority': return words.priority
    case 'queueId': return ({ queueId }) => names.queue(queueId)?.name ?? words.none
    case 'assigneeId': return ({ assignee }) => assignee?.name ?? words.none
    default: return null
  }
}
/** By what a list can be grouped (the contract's `group`). */
export const groups = ['status', 'priority', 'queueId', 'assigneeId'] as const
