import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/** What decides over the new tickets of all queues is not for somebody who sees only some: they could draw all to their own. */
export function refuseRestricted({ access }: Pick<Actor, 'access'>): void {
  if (access === 'granted') throw new Refusal('not-allowed', 'This decides over the new tickets of all queues, and you see only some of them: ask an administrator.')
}
