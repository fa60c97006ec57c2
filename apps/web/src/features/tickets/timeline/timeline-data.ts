// What is loaded of a ticket's timeline: the newest entries, and older ones page by page upwards. One place for all of
// them, so that an entry that changes (a message leaves, a bounce comes) changes where it stands.
import type { Interaction } from '@kontuar/contracts'

export interface TimelineData {
  /** Oldest first. */
  entries: readonly Interaction[]
  /** Cursor of the entries before the first one; null when the beginning is here. */
  older: string | null
}
interface NewestFirst { items: readonly Interaction[]; next: string | null }

const byTime = (a: Interaction, b: Interaction) => a.at.localeCompare(b.at) || a.createdAt.localeCompare(b.createdAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const merged = (known: readonly Interaction[], fresh: readonly Interaction[]) => [...new Map([...known, ...fresh].map((entry) => [entry.id, entry])).values()].sort(byTime)

/** The newest page, asked again. What was loaded above it stays, unless more came meanwhile than one page holds. */
export function withNewest(before: TimelineData | undefined, page: NewestFirst): TimelineData {
  const ids = new Set(before?.entries.map(({ id }) => id))
  const touches = page.next === null || page.items.some(({ id }) => ids.has(id))
  if (!before || !touches) return { entries: [...page.items].sort(byTime), older: page.next }
  return { entries: merged(before.entries, page.items), older: page.next === null ? null : before.older }
}

export const withOlder = (before: TimelineData, page: NewestFirst): TimelineData => ({ entries: merged(before.entries, page.items), older: page.next })

export const withEntry = (before: TimelineData | undefined, entry: Interaction): TimelineData | undefined =>
  before && { ...before, entries: merged(before.entries, [entry]) }

export const withoutEntry = (before: TimelineData | undefined, id: string): TimelineData | undefined =>
  before && { ...before, entries: before.entries.filter((entry) => entry.id !== id) }
