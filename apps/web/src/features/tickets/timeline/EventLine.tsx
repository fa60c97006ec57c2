import type { Interaction } from '@kontuar/contracts'
import { IconPointFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../people.ts'
import { EntryTime } from './EntryTime.tsx'
import { eventWords } from './event-words.ts'
import classes from './timeline.module.css'

/** Status, owner and the like: a quiet line between the messages. */
export function EventLine({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('tickets')
  const staff = useStaff()
  const words = entry.event ? eventWords(entry.event, t, (id) => staff.find((each) => each.id === id)?.name) : [entry.visibleText || t('event.other')]
  return (
    <div className={classes.event} data-entry={entry.id}>
      <IconPointFilled size={10} aria-hidden />
      <span className={classes.eventText}>
        <b>{entry.staffName ?? t('event.system')}</b> {words.join(' · ')}
      </span>
      <EntryTime at={entry.at} />
    </div>
  )
}
