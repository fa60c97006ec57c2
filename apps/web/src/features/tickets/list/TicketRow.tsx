import type { Ticket } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { Initials } from '../../../ui/Initials.tsx'
import { PriorityMark } from '../marks/PriorityMark.tsx'
import { StatusMark } from '../marks/StatusMark.tsx'
import type { TicketSearch } from './ticket-search.ts'
import classes from './ticket-row.module.css'

export const customerName = ({ customer }: Pick<Ticket, 'customer'>): string => customer.name || customer.address || '—'

interface Given { ticket: Ticket; search: TicketSearch; current: boolean; open: boolean; tabbable: boolean; wide: boolean }

/** One ticket. Bold while it waits for an answer of ours. Wide: one line of columns; narrow: two lines. */
export const TicketRow = memo(function TicketRow({ ticket, search, current, open, tabbable, wide }: Given) {
  const { t } = useTranslation('tickets')
  const waitsForUs = ticket.statusCategory !== 'closed' && ticket.lastDirection === 'in'
  const { selected: _, ...filter } = search
  const subject = ticket.subject || t('noSubject')
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: ticket.id }}
      search={filter}
      preload={false}
      className={wide ? classes.wide : classes.narrow}
      data-ticket={ticket.id}
      data-cursor={current || undefined}
      data-open={open || undefined}
      data-unanswered={waitsForUs || undefined}
      aria-current={open ? 'true' : undefined}
      activeProps={{}}
      tabIndex={tabbable ? 0 : -1}
    >
      {wide && <span className={classes.number}>{ticket.number}</span>}
      {!wide && (
        <span className={classes.shape}>
          <StatusMark status={ticket.statusCategory} bare />
        </span>
      )}
      <span className={classes.customer}>{customerName(ticket)}</span>
      <span className={classes.about}>
        <span className={classes.subject}>{subject}</span>
        {wide && ticket.preview && <span className={classes.preview}>{ticket.preview}</span>}
      </span>
      {wide && (
        <span className={classes.status}>
          <StatusMark status={ticket.statusCategory} />
        </span>
      )}
      <span className={classes.priority}>
        <PriorityMark priority={ticket.priority} />
      </span>
      <span className={classes.owner} title={ticket.assignee ? t('owner.is', { name: ticket.assignee.name }) : t('owner.none')}>
        {ticket.assignee && <Initials name={ticket.assignee.name} />}
        <span className={wide && ticket.assignee ? classes.ownerName : classes.hidden}>{ticket.assignee?.name ?? t('owner.none')}</span>
      </span>
      <RelativeTime at={ticket.lastInteractionAt} className={classes.time} />
    </Link>
  )
})
