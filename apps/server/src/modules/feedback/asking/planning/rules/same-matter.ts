// Whether two askings are about the very same matter: nobody is asked by one survey about it twice, whatever the rest.
import type { Trigger } from '@kontuar/contracts'

export interface Matter {
  /** Null: by hand or by a program, without a touchpoint. */
  trigger: Trigger | null
  ticketId: string | null
  interactionId: string | null
  purchaseId: string | null
  /** What brought it about. */
  cause?: string
}

/** Causes that begin so ask anew on purpose: whether it is solved now, after it was mended once more. Each of them is a matter of its own. */
export const askedAnew = 'anew:'

/** A ticket stays one matter however often it is closed; two calls about it are two. */
export function isSameMatter(a: Matter, b: Matter): boolean {
  if (isAnew(a) || isAnew(b)) return a.cause === b.cause
  if (a.purchaseId !== null && a.purchaseId === b.purchaseId) return true
  if (a.interactionId !== null && a.interactionId === b.interactionId) return true
  return a.ticketId !== null && a.ticketId === b.ticketId && !(a.trigger === 'interaction-recorded' && b.trigger === 'interaction-recorded')
}

const isAnew = ({ cause }: Matter) => cause?.startsWith(askedAnew) === true
