// What was read of a customer's words comes after the words: its code is loaded when somebody looks at them.
import type { Interaction } from '@kontuar/contracts'
import { Suspense, lazy } from 'react'
import { loadWords } from '../../../i18n/i18n.ts'

const readings = () => Promise.all([import('../../readings/index.ts'), loadWords('readings')]).then(([part]) => part)
const EntryReading = lazy(async () => ({ default: (await readings()).EntryReading }))
const TopicHint = lazy(async () => ({ default: (await readings()).TopicHint }))

/** Only what a customer wrote or said themselves is read. */
const isRead = ({ kind, direction, automatic, mailClass, rating, visibleText }: Interaction): boolean =>
  kind === 'rating' ? rating !== null && visibleText.trim() !== '' : (kind === 'message' || kind === 'call' || kind === 'visit') && direction === 'in' && !automatic && mailClass === 'personal'

/** Nothing while it loads and nothing when it fails: the words themselves are there. */
export function ReadByMachine({ entry, as }: { entry: Interaction; as: 'mark' | 'topic' }) {
  if (entry.ticketId === null || !isRead(entry) || (as === 'topic' && entry.kind === 'rating')) return null
  return <Suspense fallback={null}>{as === 'mark' ? <EntryReading entry={entry} ticketId={entry.ticketId} /> : <TopicHint entry={entry} ticketId={entry.ticketId} />}</Suspense>
}
