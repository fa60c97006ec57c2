// WHO REACTS TO WHAT. Each line: an event, and the subscribers told of it (one job per transaction and subscriber).
// A subscriber's name says its effect. A test checks that every name here is a subscriber that exists.
export const subscriptions: Readonly<Record<string, readonly string[]>> = {
  'diary.ticketCreated': ['channels.sendConfirmation', 'routing.noteStay'],
  'diary.ticketChanged': ['routing.noteStay'],
  'diary.ticketMoved': ['routing.noteStay'],
  'diary.ticketAssigned': ['routing.noteStay'],
  'diary.ticketClosed': ['routing.noteStay'],
  'diary.ticketReopened': ['routing.noteStay'],
  'identity.structureChanged': ['routing.tellQueuesOfTeam'],
  'channels.bounceReceived': ['channels.markBounced'],
  'diary.messageReceived': ['diary.indexWords'],
  'diary.messageWritten': ['diary.indexWords'],
  'diary.noteWritten': ['diary.indexWords'],
  'diary.contactRecorded': ['diary.indexWords'],
  'vocabulary.reasonMerged': ['diary.moveMergedReason'],
}

export const subscribersOf = (eventName: string): readonly string[] => subscriptions[eventName] ?? []
