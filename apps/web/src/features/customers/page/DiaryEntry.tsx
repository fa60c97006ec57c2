import type { Interaction } from '@kontuar/contracts'
import { IconArrowDownLeft, IconArrowUpRight, IconLock, IconPhone, IconPointFilled, IconRobot, IconShoppingBag, IconStar } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { AnswerLink, EntryTime, eventWords, RatingWords, useEventNames } from '../../tickets/index.ts'
import classes from './customer-page.module.css'

function iconOf(entry: Interaction) {
  if (entry.kind === 'event' || entry.kind === 'signal') return IconPointFilled
  if (entry.kind === 'call') return IconPhone
  if (entry.kind === 'visit') return IconShoppingBag
  if (entry.kind === 'rating') return IconStar
  if (entry.direction === 'internal') return IconLock
  if (entry.automatic) return IconRobot
  return entry.direction === 'in' ? IconArrowDownLeft : IconArrowUpRight
}

function useWho(entry: Interaction): string {
  const { t } = useTranslation('customers')
  const { t: tTickets } = useTranslation('tickets')
  const name = entry.staffName ?? tTickets('event.system')
  if (entry.kind === 'event') return name
  if (entry.kind === 'rating') return tTickets('kind.rating')
  if (entry.automatic && entry.direction === 'out') return tTickets(entry.channel === 'sms' ? 'kind.automaticSms' : 'kind.automatic')
  if (entry.direction === 'in') return t('wrote')
  return entry.direction === 'internal' ? t('noted', { name }) : t('answered', { name })
}

/** Where an entry leads: a rating to its answer, everything else to its ticket, and what has neither nowhere. */
function Way({ entry, children }: { entry: Interaction; children: ReactNode }) {
  const mayRead = useCan('feedback.read')
  if (entry.rating && !entry.rating.hidden && mayRead) return <AnswerLink rating={entry.rating} className={classes.entry} data-direction={entry.direction}>{children}</AnswerLink>
  if (entry.ticketId !== null) return <Link to="/tickets/$ticketId" params={{ ticketId: entry.ticketId }} search={{}} className={classes.entry} data-direction={entry.direction}>{children}</Link>
  return <div className={classes.entry} data-direction={entry.direction}>{children}</div>
}

function Words({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('tickets')
  const { t: tTicket } = useTranslation('ticket')
  const names = useEventNames()
  if (entry.kind === 'event' && entry.event) return eventWords(entry.event, tTicket, names, entry.staffId).join(' · ')
  if (entry.rating?.hidden) return t('rating.hidden')
  // A score without a comment says enough.
  if (entry.rating && entry.visibleText === '') return entry.rating.value === null ? t('rating.empty') : null
  return entry.byHand?.request || entry.visibleText || t('entry.noText')
}

/** One entry in short, with the way to what it belongs to. */
export function DiaryEntry({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('tickets')
  const Icon = iconOf(entry)
  const who = useWho(entry)
  const undelivered = entry.delivery?.state === 'failed' || entry.delivery?.state === 'bounced' ? entry.delivery.state : null
  return (
    <Way entry={entry}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <span className={classes.entryBody}>
        <span className={classes.entryHead}>
          <b>{who}</b>
          {entry.rating ? <RatingWords rating={entry.rating} /> : <span className={classes.entrySubject}>{entry.subject}</span>}
        </span>
        <span className={classes.entryText}><Words entry={entry} /></span>
        {undelivered !== null && <span className={classes.undelivered}>{t(`delivery.${undelivered}`)}</span>}
      </span>
      <EntryTime at={entry.at} />
    </Way>
  )
}
