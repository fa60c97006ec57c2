// What all windows of this browser share of a person's presence: their choice and their last touch.
import type { PresenceState } from '@kontuar/contracts'
import { presenceStates } from './presence-states.ts'

const chosenKey = (staffId: string) => `kontuar.presence.${staffId}`
const touchedKey = 'kontuar.touched'
/** Every movement of the mouse is a touch; writing each down would cost more than it tells. */
const writeEvery = 10_000

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing knows of this window alone.
  }
}

export const readChosen = (staffId: string): PresenceState | null => presenceStates.find((state) => state === read(chosenKey(staffId))) ?? null
export const writeChosen = (staffId: string, state: PresenceState): void => write(chosenKey(staffId), state)

let touched = Date.now()
let written = 0
export function touch(now: number): void {
  touched = now
  if (now - written < writeEvery) return
  written = now
  write(touchedKey, String(now))
}
/** In any window, ms. */
export const lastTouch = (): number => Math.max(touched, Number(read(touchedKey)) || 0)
