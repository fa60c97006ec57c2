// WHO REACTS TO WHAT. Each line: an event, and the subscribers told of it (one job per transaction and subscriber; `together`: of many
// transactions at once, for what is nobody's answer and comes with every event).
// A subscriber's name says its effect. A test checks that every name here is a subscriber that exists.
import type { SubscribersOf, Told } from '../platform/db/database.ts'

const takeIn: Told = { together: 'insight.takeIn' }

export const subscriptions: Readonly<Record<string, readonly Told[]>> = {
  'diary.ticketCreated': ['channels.sendConfirmation', 'routing.noteStay', 'routing.countViews', 'routing.keepClocks', 'routing.assignWaiting', 'routing.noteAssignment', takeIn, 'alerts.judgeEvents'],
  'diary.ticketChanged': ['diary.indexWords', 'routing.noteStay', 'routing.countViews', 'routing.keepClocks', 'routing.assignWaiting', takeIn],
  'diary.ticketMoved': ['routing.noteStay', 'routing.countViews', 'alerts.judgeEvents'],
  'diary.ticketAssigned': ['routing.noteStay', 'routing.countViews', 'routing.noteAssignment'],
  'diary.ticketClosed': ['routing.noteStay', 'routing.countViews', 'feedback.inviteToSurveys'],
  'diary.ticketReopened': ['routing.noteStay', 'routing.countViews', 'routing.giveBackTickets', takeIn, 'alerts.judgeEvents'],
  'identity.structureChanged': ['routing.tellQueuesOfTeam'],
  'channels.bounceReceived': ['channels.markBounced', 'reports.markBounced', 'alerts.markBounced'],
  'diary.messageReceived': ['diary.indexWords', 'routing.countViews', 'routing.keepClocks', 'routing.tellColleagues', takeIn, 'alerts.judgeEvents'],
  'diary.messageWritten': ['diary.indexWords', 'routing.countViews', 'routing.keepClocks', takeIn, 'recovery.noteReached'],
  'diary.noteWritten': ['diary.indexWords', 'routing.countViews', 'routing.tellColleagues', takeIn],
  'diary.interactionRecorded': ['diary.indexWords', 'routing.countViews', 'routing.keepClocks', 'feedback.inviteToSurveys', takeIn, 'alerts.judgeEvents', 'recovery.noteReached'],
  'routing.complaintAnswered': ['feedback.inviteToSurveys'],
  'feedback.purchaseTaken': ['feedback.inviteToSurveys'],
  'feedback.settingsChanged': ['feedback.showComments'],
  'feedback.commentWritten': ['feedback.indexAnswerWords', 'diary.indexWords', takeIn],
  'channels.deliveryChanged': ['feedback.noteDelivery'],
  'routing.clocksChanged': ['routing.countViews'],
  'customers.customerChanged': ['routing.countViews', 'routing.keepClocks'],
  'vocabulary.reasonChanged': ['routing.recountViews', 'routing.recountOnSettings', 'alerts.recompileRules'],
  'vocabulary.fieldChanged': ['routing.recountViews', 'alerts.recompileRules'],
  'vocabulary.reasonMoved': ['routing.recountViews', 'alerts.recompileRules'],
  'diary.ticketMerged': ['routing.countViews', takeIn],
  'diary.ticketUnmerged': ['routing.countViews', takeIn],
  'vocabulary.reasonMerged': ['diary.moveMergedReason', 'routing.recountViews', takeIn, 'alerts.recompileRules'],
  'routing.queueChanged': ['routing.recountOnSettings', 'routing.assignWaiting', 'routing.giveBackTickets'],
  'routing.presenceChanged': ['routing.assignWaiting', takeIn],
  'routing.abilityChanged': ['routing.assignWaiting'],
  'identity.staffChanged': ['routing.assignWaiting', 'routing.giveBackTickets'],
  'channels.messageCancelled': [takeIn, 'recovery.noteReached'],
  'routing.clocksSettled': [takeIn],
  'routing.complaintReceived': [takeIn, 'alerts.judgeEvents'],
  'routing.legalDeadlineChanged': [takeIn],
  'feedback.answerTaken': [takeIn, 'alerts.judgeEvents', 'recovery.openLoops'],
  'feedback.answerChanged': [takeIn, 'alerts.judgeEvents', 'recovery.openLoops'],
  'feedback.answersImported': [takeIn],
  'feedback.invitationChanged': [takeIn, 'recovery.noteAsked'],
  'insight.textRead': ['alerts.judgeEvents'],
  'insight.readingChanged': [takeIn, 'alerts.judgeEvents'],
  'insight.sumsHealed': ['insight.warnOfHealedSums'],
  'identity.organizationChanged': [takeIn, 'insight.remakeSums', 'alerts.recompileRules'],
  'identity.accessChanged': ['routing.assignWaiting', 'routing.giveBackTickets'],
  'routing.clockFired': ['alerts.judgeEvents'],
  'insight.warningRaised': ['alerts.judgeWarnings'],
  'insight.warningOver': ['alerts.judgeWarnings'],
  'routing.taskChanged': ['recovery.noteComingBack'],
  'recovery.recoveryOpened': [takeIn],
  'recovery.recoveryChanged': ['recovery.noteComingBack', takeIn, 'alerts.endWithLoops'],
}

export const subscribersOf: SubscribersOf = (eventName) => subscriptions[eventName] ?? []

export const nameOf = (told: Told): string => (typeof told === 'object' ? told.together : told)
