import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'

/** A rule looks at everything, and its back-test tells what it found. @throws Refusal `not-allowed` */
export function refuseHeld({ access }: Pick<Actor, 'access'>): void {
  if (access === 'granted') throw new Refusal('not-allowed', 'A rule looks at everything that happens, and you see only some of it: ask somebody who sees all queues and locations.')
}
