import type { Interaction } from '@kontuar/contracts'
import { IconArrowDownLeft, IconArrowUpRight, IconLock, IconPhone, IconPointFilled, IconRobot, IconShoppingBag, IconStar } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EntryTime, eventWords, useEventNames } from '../../tickets/index.ts'
import classes from './customer-page.module.css'

function iconOf(entry: Interaction) {
  if (entry.kind === 'event') return IconPointFilled
  if (entry.kind === 'call') return IconPhone
  if (entry.kind === 'visit') return IconShoppingBag
  if (entry.kind === 'rating') return IconStar
  if (entry.direction === 'internal') return IconLock
  if (entry.automatic) return IconRobot
  return entry.direction === 'in' ? IconArrowDownLeft : IconArrowUpRight
}

/** One entry in short, with the way to its ticket. */
export function DiaryEntry({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('customers')
  const { t: tTickets } = useTranslation('tickets')
  const { t: tTicket } = useTranslation('ticket')
  const names = useEventNames()
  const Icon = iconOf(entry)
  const event = entry.kind === 'event' && entry.event ? eventWords(entry.event, tTicket, names, entry.staffId).join(' · ') : null
  const who = event !== null ? entry.staffName || tTickets('event.system') : entry.direction === 'in' ? t('wrote') : entry.direction === 'internal' ? t('noted', { name: entry.staffName ?? tTickets('event.system') }) : t('answered', { name: entry.staffName ?? tTickets('event.system') })
  return (
    <Link to="/tickets/$ticketId" params={{ ticketId: entry.ticketId }} search={{}} className={classes.entry} data-direction={entry.direction}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <span className={classes.entryBody}>
        <span className={classes.entryHead}>
          <b>{who}</b>
          <span className={classes.entrySubject}>{entry.subject}</span>
        </span>
        <span className={classes.entryText}>{event ?? (entry.byHand?.request || entry.visibleText || tTickets('entry.noText'))}</span>
      </span>
      <EntryTime at={entry.at} />
    </Link>
  )
}
