// Who may own a ticket where it stands. A queue that names nobody is everybody's; one that names its people is theirs,
// and of those who lead and see everything.
import type { Role } from '@kontuar/contracts'

export interface Standing {
  name: string
  role: Role
  access: 'everything' | 'granted'
  /** Names; null when the ticket has none. */
  queue: string | null
  location: string | null
  /** Whether the queue names anybody at all. */
  staffed: boolean
  serves: boolean
  /** May look at the queue without serving it. */
  granted: boolean
  seesLocation: boolean
}

/** Null: may own it. */
export function outsiderSentence({ name, role, access, queue, location, staffed, serves, granted, seesLocation }: Standing): string | null {
  if (access === 'granted') {
    if (queue === null) return `${name} sees only the tickets of some queues, and this ticket is in none: put it into one of their queues first, or choose somebody else.`
    if (!serves && !granted) return `${name} does not see the queue "${queue}": choose one of its people, or add ${name} to the queue first.`
    if (!seesLocation) return `${name} does not see the location "${location}": choose somebody who does, or grant it to ${name} first.`
  }
  const leads = access === 'everything' && (role === 'manager' || role === 'administrator')
  if (staffed && !serves && !leads) return `${name} does not serve the queue "${queue}": choose one of its people, or add ${name} to the queue first.`
  return null
}
