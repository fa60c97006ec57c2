// WHO REACTS TO WHAT. Each line: an event, and the subscribers told of it (one job per transaction and subscriber).
// A subscriber's name says its effect. A test checks that every name here is a subscriber that exists.
export const subscriptions: Readonly<Record<string, readonly string[]>> = {
  'diary.ticketCreated': ['channels.sendConfirmation', 'routing.noteStay', 'routing.countViews', 'routing.keepClocks', 'routing.assignWaiting', 'routing.noteAssignment'],
  'diary.ticketChanged': ['diary.indexWords', 'routing.noteStay', 'routing.countViews', 'routing.keepClocks', 'routing.assignWaiting'],
  'diary.ticketMoved': ['routing.noteStay', 'routing.countViews'],
  'diary.ticketAssigned': ['routing.noteStay', 'routing.countViews', 'routing.noteAssignment'],
  'diary.ticketClosed': ['routing.noteStay', 'routing.countViews'],
  'diary.ticketReopened': ['routing.noteStay', 'routing.countViews', 'routing.giveBackTickets'],
  'identity.structureChanged': ['routing.tellQueuesOfTeam'],
  'channels.bounceReceived': ['channels.markBounced'],
  'diary.messageReceived': ['diary.indexWords', 'routing.countViews', 'routing.keepClocks', 'routing.tellColleagues'],
  'diary.messageWritten': ['diary.indexWords', 'routing.countViews', 'routing.keepClocks'],
  'diary.noteWritten': ['diary.indexWords', 'routing.countViews', 'routing.tellColleagues'],
  'diary.interactionRecorded': ['diary.indexWords', 'routing.countViews', 'routing.keepClocks'],
  'diary.ratingRecorded': ['diary.indexWords'],
  'routing.clocksChanged': ['routing.countViews'],
  'customers.customerChanged': ['routing.countViews', 'routing.keepClocks'],
  'vocabulary.reasonChanged': ['routing.recountViews', 'routing.recountOnSettings'],
  'vocabulary.fieldChanged': ['routing.recountViews'],
  'vocabulary.reasonMoved': ['routing.recountViews'],
  'diary.ticketMerged': ['routing.countViews'],
  'diary.ticketUnmerged': ['routing.countViews'],
  'vocabulary.reasonMerged': ['diary.moveMergedReason', 'routing.recountViews'],
  'routing.queueChanged': ['routing.recountOnSettings', 'routing.assignWaiting', 'routing.giveBackTickets'],
  'routing.presenceChanged': ['routing.assignWaiting'],
  'routing.abilityChanged': ['routing.assignWaiting'],
  'identity.staffChanged': ['routing.assignWaiting', 'routing.giveBackTickets'],
  'identity.accessChanged': ['routing.assignWaiting', 'routing.giveBackTickets'],
}

export const subscribersOf = (eventName: string): readonly string[] => subscriptions[eventName] ?? []
