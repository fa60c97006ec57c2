import type { Interaction } from '@kontuar/contracts'
import { ReadingChip } from './ReadingChip.tsx'
import { useReading } from './use-readings.ts'

/** Beside a customer's message, call or rating in the timeline. Of a rating the comment was read, under the answer's id. */
export function EntryReading({ entry, ticketId }: { entry: Interaction; ticketId: string }) {
  const of = { ticketId }
  const reading = useReading(of, entry.rating?.answerId ?? entry.id)
  return reading === undefined ? null : <ReadingChip of={of} reading={reading} text={entry.visibleText} placeOf={(chip) => chip.closest('[data-entry]')} />
}
