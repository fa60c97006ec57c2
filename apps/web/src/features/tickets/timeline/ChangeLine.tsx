import type { Interaction } from '@kontuar/contracts'
import { IconCornerDownRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { eventWords } from './event-words.ts'
import { useEventNames } from './use-event-names.ts'
import classes from './timeline.module.css'

/** What an entry itself changed in its ticket (the answer that closed it), small, below it. */
export function ChangeLine({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('ticket')
  const names = useEventNames()
  if (entry.event === null) return null
  return (
    <p className={classes.change}>
      <IconCornerDownRight size={13} stroke={1.5} aria-hidden /> {eventWords(entry.event, t, names, entry.staffId).join(' · ')}
    </p>
  )
}
