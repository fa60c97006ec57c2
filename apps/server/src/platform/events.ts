// Events: what happened, in the past tense, named <module>.<happened>. Stored with the change that caused
// them (table event); each subscriber gets one job per transaction with all its events.

export interface NewEvent {
  name: string
  /** Ids of what it touches, by kind: { ticketId, interactionId, customerId … }. Browsers see these and nothing more. */
  ids: Record<string, string>
  /** For subscribers alone; never personal data that the ids can find. */
  detail?: Record<string, unknown>
}

export interface Event extends NewEvent {
  id: string
  at: string
  detail: Record<string, unknown>
}
