// Rows of the diary as entries of a clock's history.
import type { Entry, EntryMeaning } from './types.ts'

/** A row of `interaction`; instants are epoch milliseconds. */
export interface EntryRow {
  id: string
  kind: string
  direction: string
  at: number
  recorded_at: number
  automatic: boolean
  by_staff: boolean
  /** A contact written down by hand. */
  by_hand: boolean
  /** A chat that somebody of ours took: its times say so. */
  taken?: boolean
  changes: Record<string, unknown> | null
  cancelled: boolean
}

/**
 * What a row means to the clocks. A machine's messages mean nothing, in both directions. A call or a visit that a
 * colleague wrote down was a talk with a person, whoever began it: it answers. One that nobody of us took part in (a
 * missed call) is the customer waiting. A chat that somebody took is a talk like a call, though it is kept as a message.
 */
export function meaningOf(row: EntryRow): EntryMeaning {
  if (row.kind === 'event') return waitingSince(row) === null ? null : 'customer'
  if (row.automatic || row.cancelled || row.direction === 'internal') return null
  if (row.kind === 'message') return row.direction === 'in' && row.taken !== true ? 'customer' : 'reply'
  if (row.kind === 'call' || row.kind === 'visit') return row.direction === 'out' || row.by_staff ? 'reply' : 'customer'
  return null
}

/** Of a ticket that was merged into this one while its customer waited. */
function waitingSince(row: EntryRow): number | null {
  const since = otherTicket(row)?.waitingSince
  const at = typeof since === 'string' ? Date.parse(since) : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** The ticket that an entry of a merge, or of one taken back, says this one got something from. Only that of a merge says since when its customer waits, if they do. */
function otherTicket({ kind, changes }: EntryRow): { id?: unknown; waitingSince?: unknown } | null {
  const from = kind === 'event' ? changes?.['from'] : null
  return typeof from === 'object' && from !== null ? from : null
}

/** In the order of time. A contact written down later was at its time, what it changed in the ticket at the writing. */
export function toEntries(rows: readonly EntryRow[]): Entry[] {
  const entries = rows.flatMap((row): Entry[] => {
    const meaning = meaningOf(row)
    const changes = changesOf(row.changes)
    if (changes !== null && row.by_hand && row.recorded_at > row.at) {
      return [...(meaning === null ? [] : [{ at: row.at, meaning, changes: null, cancelled: false, interactionId: row.id, recordedAt: row.recorded_at }]), { at: row.recorded_at, meaning: null, changes, cancelled: row.cancelled }]
    }
    // A mail that waited to be read woke its ticket when it was read, and its customer has waited since it came: what happened in between happened to a ticket that slept.
    if (changes !== null && row.kind === 'message' && row.direction === 'in' && row.recorded_at > row.at) return [{ at: row.recorded_at, meaning, changes, cancelled: row.cancelled, interactionId: row.id, recordedAt: row.recorded_at, since: row.at }]
    const [since, other] = [waitingSince(row), otherTicket(row)]
    const id = typeof other?.id === 'string' ? other.id : null
    if (other !== null && id !== null && !('waitingSince' in other)) return [{ at: row.at, meaning: null, changes, cancelled: false, returned: id }]
    return meaning === null && changes === null ? [] : [{ at: row.at, meaning, changes, cancelled: row.cancelled, interactionId: row.id, recordedAt: row.recorded_at, ...(since === null ? {} : { since }), ...(since === null || id === null ? {} : { brought: id }) }]
  })
  return entries.toSorted((a, b) => a.at - b.at)
}

/** Of an event's detail, what has the form [from, to]. */
function changesOf(detail: Record<string, unknown> | null): Entry['changes'] {
  const pairs = Object.entries(detail ?? {}).filter((pair): pair is [string, [unknown, unknown]] => Array.isArray(pair[1]) && pair[1].length === 2)
  return pairs.length === 0 ? null : Object.fromEntries(pairs)
}
