// What texts say, as far as it is sure enough to be shown without a question mark.
import type { NewFact } from '../measures.ts'
import type { TextReading, TicketGround } from './ticket-ground.ts'

/** From so much confidence a sentiment is told without a question mark, and counted. What a person said is sure. */
export const certainFrom = 0.6
export const isCertain = ({ sentiment, confidence, byPerson }: TextReading): boolean => sentiment !== null && (byPerson || (confidence ?? 0) >= certainFrom)

/** One fact for each contact of a customer that was read, with the dimensions of its entry. */
export const readingFacts = ({ readings }: TicketGround, entries: readonly NewFact[]): NewFact[] => entries.flatMap((entry) => {
  const reading = entry.measures['contact-in'] === 1 ? readings.get(entry.interactionId!) : undefined
  return reading === undefined ? [] : readingFact(reading, { ...entry, subjectId: entry.interactionId! })
})

/** @param like what it is said in: a contact, an answer */
export function readingFact(reading: TextReading, like: NewFact): NewFact[] {
  if (!isCertain(reading)) return []
  const is = (sentiment: TextReading['sentiment']) => (reading.sentiment === sentiment ? 1 : 0)
  return [{ ...like, kind: 'reading', mark: '', measures: { negative: is('negative'), neutral: is('neutral'), positive: is('positive') } }]
}
