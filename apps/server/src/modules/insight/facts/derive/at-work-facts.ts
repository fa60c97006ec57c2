// Time ready for work, cut at the hours of the organization's zone. What was spent on calls and chats in a piece is taken off it; being
// busy or away is no time ready for work.
import type { NewFact } from '../measures.ts'

export interface Span { from: number; to: number }
export interface WorkStay { id: string; staffId: string; state: string; since: number; until: number | null; teamId: string | null }

/**
 * Of a stay that has not ended the hours that are full: the last piece comes when it ends, or its hour does.
 * @param handling of the same person; may overlap, as chats do
 */
export function atWorkFacts(stay: WorkStay, handling: readonly Span[], timeZone: string, now: number): NewFact[] {
  if (stay.state !== 'available') return []
  const busy = joined(handling)
  return hoursOf(stay, timeZone, now).map(({ from, to }) => ({
    kind: 'at-work', mark: String(from), at: from, subjectId: stay.id, measures: { available: (to - from - overlap(busy, from, to)) / 1000 }, ticketId: null, interactionId: null, answerId: null, customerId: null,
    channel: null, language: null, queueId: null, reasonId: null, locationId: null, teamId: stay.teamId, staffId: stay.staffId, surveyId: null, touchpointId: null, newcomer: null, segments: null,
  }))
}

function hoursOf({ since, until }: WorkStay, timeZone: string, now: number): Span[] {
  const pieces: Span[] = []
  for (let from = since; from < (until ?? now);) {
    const hourEnd = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 }).epochMilliseconds
    if (until === null && hourEnd > now) break
    const to = Math.min(hourEnd, until ?? hourEnd)
    pieces.push({ from, to })
    from = to
  }
  return pieces
}

/** Two chats at once keep nobody twice. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else if (span.to > span.from) whole.push({ ...span })
  }
  return whole
}

const overlap = (busy: readonly Span[], from: number, to: number) => busy.reduce((sum, b) => sum + Math.max(0, Math.min(b.to, to) - Math.max(b.from, from)), 0)
