import type { Interaction } from '@kontuar/contracts'
import { memo } from 'react'
import { EventLine } from './EventLine.tsx'
import { MessageEntry } from './MessageEntry.tsx'
import { RatingEntry } from './RatingEntry.tsx'

/** One entry of the diary, shown by its kind. */
export const Entry = memo(function Entry({ entry, undone }: { entry: Interaction; undone: (interactionId: string) => void }) {
  if (entry.kind === 'rating') return <RatingEntry entry={entry} />
  return entry.kind === 'event' || entry.kind === 'signal' ? <EventLine entry={entry} /> : <MessageEntry entry={entry} undone={undone} />
})
