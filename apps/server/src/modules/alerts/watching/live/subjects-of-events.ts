// What an event may have brought: which occurrences are to be read, and of tickets what may have happened to them.
import type { AlertSubject } from '@kontuar/contracts'
import type { Event } from '../../../../platform/events.ts'

interface Brought { ids: Record<AlertSubject, string[]>; /** Of the tickets: opened, reopened or a complaint. Others happened before, and were judged then. */ happened: ReadonlySet<string> }

const byName: Readonly<Record<string, { subject: AlertSubject; id: string; happened?: readonly string[] }[]>> = {
  'feedback.answerTaken': [{ subject: 'answer', id: 'answerId' }],
  'feedback.answerChanged': [{ subject: 'answer', id: 'answerId' }],
  'diary.messageReceived': [{ subject: 'interaction', id: 'interactionId' }],
  'diary.interactionRecorded': [{ subject: 'interaction', id: 'interactionId' }],
  // A rule that asks how it sounds is judged when that has been read.
  'insight.textRead': [{ subject: 'answer', id: 'answerId' }, { subject: 'interaction', id: 'interactionId' }],
  'insight.readingChanged': [{ subject: 'answer', id: 'answerId' }, { subject: 'interaction', id: 'interactionId' }],
  'diary.ticketCreated': [{ subject: 'ticket', id: 'ticketId', happened: ['opened', 'complaint'] }],
  'diary.ticketReopened': [{ subject: 'ticket', id: 'ticketId', happened: ['reopened'] }],
  // Moved among the complaints it has become one.
  'diary.ticketMoved': [{ subject: 'ticket', id: 'ticketId', happened: ['complaint'] }],
  'routing.complaintReceived': [{ subject: 'ticket', id: 'ticketId', happened: ['complaint'] }],
  'routing.clockFired': [{ subject: 'breach', id: 'interactionId' }],
}

/** The events that are listened to. */
export const watchedEvents: readonly string[] = Object.keys(byName)

export function broughtBy(events: readonly Event[]): Brought {
  const ids: Record<AlertSubject, Set<string>> = { answer: new Set(), interaction: new Set(), ticket: new Set(), breach: new Set() }
  const happened = new Set<string>()
  for (const event of events) {
    for (const { subject, id, happened: what } of byName[event.name] ?? []) {
      const found = event.ids[id]
      if (found === undefined) continue
      ids[subject].add(found)
      for (const one of what ?? []) happened.add(`${found} ${one}`)
    }
  }
  return { ids: { answer: [...ids.answer], interaction: [...ids.interaction], ticket: [...ids.ticket], breach: [...ids.breach] }, happened }
}
