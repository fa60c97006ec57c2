// Who asks for numbers, as far as it changes them.
import type { Actor } from '../../../platform/http/actor.ts'

export interface Asker {
  /** Who "me" is; null: nobody. */
  staffId: string | null
  /** Row-level security shows them some places only: sums, which know no rows, must not be read. The transaction must be held to them (`viewer`). */
  restricted: boolean
  /** Held to what they did themselves. */
  ownOnly: boolean
}

/** Who may not see the board sees numbers of their own work alone. */
export const askerOf = (actor: Actor): Asker => ({ staffId: actor.staffId, restricted: actor.access === 'granted', ownOnly: !actor.permissions.has('board.read') })

/** Jobs: warnings, reports, checks. */
export const everybody: Asker = { staffId: null, restricted: false, ownOnly: false }
