import type { Interaction } from '@kontuar/contracts'
import { IconClockExclamation, IconGavel, IconPointFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { EntryTime } from './EntryTime.tsx'
import { eventWords } from './event-words.ts'
import { useEventNames } from './use-event-names.ts'
import classes from './timeline.module.css'

const late = (name: string | undefined) => name === 'sla-breached' || name === 'escalated'
const aboutTime = (name: string | undefined) => name !== undefined && /^(sla|legal|escalated)/.test(name)
function Mark({ name }: { name: string | undefined }) {
  if (late(name) || name === 'sla-warning') return <IconClockExclamation size={13} stroke={1.75} aria-hidden />
  if (name?.startsWith('legal-')) return <IconGavel size={13} stroke={1.75} aria-hidden />
  return <IconPointFilled size={10} aria-hidden />
}

/** Status, owner, deadlines and the like: a quiet line between the messages. */
export function EventLine({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('ticket')
  const { t: tTickets } = useTranslation('tickets')
  const names = useEventNames()
  const name = entry.event?.name
  const words = entry.event ? eventWords(entry.event, t, names, entry.staffId) : [entry.visibleText || t('event.other')]
  const named = Boolean(entry.staffName) || !aboutTime(name)
  const said = words.join(' · ')
  return (
    <div className={classes.event} data-entry={entry.id} data-tone={late(name) ? 'late' : name === 'sla-warning' ? 'soon' : undefined}>
      <Mark name={name} />
      <span className={classes.eventText}>
        {/* A deadline passes by itself; what the program changed says so. */}
        {named && <b>{entry.staffName || tTickets('event.system')} </b>}
        {named ? said : said.charAt(0).toLocaleUpperCase(currentLocale()) + said.slice(1)}
      </span>
      <EntryTime at={entry.at} />
    </div>
  )
}
