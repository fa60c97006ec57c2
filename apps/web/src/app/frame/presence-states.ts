import type { PresenceState } from '@kontuar/contracts'

/** In the order of the menu. */
export const presenceStates = ['available', 'busy', 'away', 'off'] as const satisfies readonly PresenceState[]
