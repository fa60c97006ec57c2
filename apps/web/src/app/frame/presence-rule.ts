// What the browser says of its person, from what they chose and when they last touched anything.
import type { PresenceState } from '@kontuar/contracts'

export const minute = 60_000
/** Who touched nothing for so long is away, if they took work before. */
export const idleAfter = 10 * minute
/** How often a person at work gives a sign of life: the server takes silence for absence. */
export const signEvery = 4 * minute

export interface Standing {
  /** What the person chose last, here or elsewhere. */
  chosen: PresenceState
  /** Their last touch in any window of this browser, ms. */
  touchedAt: number
  /** What was last said to the server, and when; null: nothing yet. */
  said: { state: PresenceState; at: number } | null
}

const isIdle = ({ touchedAt }: Standing, now: number) => now - touchedAt >= idleAfter

export function shownPresence(standing: Standing, now: number): PresenceState {
  return standing.chosen === 'available' && isIdle(standing, now) ? 'away' : standing.chosen
}

/** What has to be said now; null: nothing. Whoever does not use the page gives no sign of life. */
export function toSay(standing: Standing, now: number): PresenceState | null {
  const state = shownPresence(standing, now)
  if (standing.said?.state !== state) return state
  return !isIdle(standing, now) && now - standing.said.at >= signEvery ? state : null
}

/** The server's word against the remembered choice: silence and idleness both read as away, and are no choice. */
export const chosenAfter = (remembered: PresenceState | null, server: PresenceState): PresenceState =>
  remembered !== null && (server === 'away' || remembered === server) ? remembered : server
