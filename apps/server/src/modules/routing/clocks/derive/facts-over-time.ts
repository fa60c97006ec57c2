// The ticket's facts at every instant, walked backwards from what they are now: the diary keeps what changed, not what was.
import type { Entry, Facts, TicketHistory } from './types.ts'

export interface FactsOverTime {
  /** Before the first entry. */
  initial: Facts
  /** After each entry. */
  after: readonly Facts[]
}

const changeable = ['status', 'priority', 'queueId', 'reasonId', 'locationId', 'tagIds', 'result', 'mergedIntoId', 'assigneeId'] as const

export function factsOverTime({ entries, now }: TicketHistory): FactsOverTime {
  const after: Facts[] = []
  let facts = now
  for (let i = entries.length - 1; i >= 0; i--) {
    after.push(facts)
    facts = before(entries[i]!, facts)
  }
  return { initial: facts, after: after.reverse() }
}

function before({ changes, cancelled }: Entry, facts: Facts): Facts {
  if (changes === null) return facts
  const past: Record<string, unknown> = {}
  for (const field of changeable) {
    const change = changes[field]
    // What an answer taken back had changed was undone with it, and nobody wrote that down: then the ticket does not stand as the change says.
    if (change !== undefined && !(cancelled && !same(change[1], facts[field]))) past[field] = change[0]
  }
  const fields = changes['fields']
  if (fields !== undefined) past['fields'] = fieldsBefore(facts.fields, fields)
  return Object.keys(past).length === 0 ? facts : { ...facts, ...past }
}

/** The pair may hold all fields or those that changed. */
function fieldsBefore(fields: Facts['fields'], [from, to]: readonly [unknown, unknown]): Facts['fields'] {
  const past: Record<string, unknown> = { ...fields }
  for (const key of Object.keys(to ?? {})) delete past[key]
  return { ...past, ...(from as Record<string, unknown> | null) }
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)
