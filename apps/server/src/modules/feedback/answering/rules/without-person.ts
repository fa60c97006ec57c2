// What an anonymous answer keeps: what was said, on which day, and where we stood. Nothing leads back to the person, so nobody can be
// called back either, and the page says so beforehand.
import type { AnswerToSave } from '../save-answer.ts'

/**
 * Without customer, ticket, invitation and the hour. Neither the agent: on a day with one closed ticket they would name its customer.
 * Location, team, queue and channel stay, and are shown from five answers on.
 */
export function withoutPerson(answer: AnswerToSave): AnswerToSave {
  const { about } = answer
  return {
    ...answer, invitationId: null, customerName: '', at: beginningOfDay(answer.at, answer.timeZone),
    about: { ...about, customerId: null, ticketId: null, sourceInteractionId: null, purchaseId: null, staffId: null, reasonId: null, ticketResult: null },
  }
}

export const beginningOfDay = (at: Date, timeZone: string): Date => new Date(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).startOfDay().epochMilliseconds)
