import type { DraftBody } from '@kontuar/contracts'

/** What the rest of a ticket may ask of the composer. */
export interface ComposerHandle {
  write(kind: DraftBody['kind']): void
  /** Sending was undone: the text comes back to be changed. */
  takeBack(interactionId: string): void
}
