import type { Ticket } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockRing } from '../../../ui/clock/ClockRing.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { Initials } from '../../../ui/Initials.tsx'
import { PriorityMark } from '../marks/PriorityMark.tsx'
import { TicketStatus } from '../marks/StatusMark.tsx'
import type { Column } from './columns.ts'
import { customerName } from './customer-name.ts'
import { TicketCell } from './TicketCell.tsx'
import type { TicketSearch } from './ticket-search.ts'
import type { Names } from './use-names.ts'
import classes from './ticket-row.module.css'


interface Given {
  ticket: Ticket
  search: TicketSearch
  current: boolean
  open: boolean
  tabbable: boolean
  /** One line of columns; null: two lines. */
  columns: readonly Column[] | null
  names: Names
  /** Undefined: nothing can be selected here. */
  selected: boolean | undefined
  select: (id: string, range: boolean) => void
}

/** One ticket. Bold while it waits for an answer of ours. Wide: one line of columns; narrow: two lines. */
export const TicketRow = memo(function TicketRow({ ticket, search, current, open, tabbable, columns, names, selected, select }: Given) {
  const { t } = useTranslation('tickets')
  const { t: tViews } = useTranslation('views')
  const waitsForUs = ticket.statusCategory !== 'closed' && ticket.lastDirection === 'in'
  const { selected: _, ...filter } = search
  const marks = {
    'data-ticket': ticket.id,
    'data-cursor': current || undefined,
    'data-open': open || undefined,
    'data-unanswered': waitsForUs || undefined,
  }
  return (
    <div className={classes.row} data-selected={selected || undefined}>
      {selected !== undefined && (
        <label className={classes.check}>
          <input type="checkbox" tabIndex={-1} checked={selected} aria-label={tViews('select.one', { number: ticket.number })} onChange={(event) => select(ticket.id, (event.nativeEvent as MouseEvent).shiftKey)} />
        </label>
      )}
      <Link to="/tickets/$ticketId" params={{ ticketId: ticket.id }} search={filter} preload={false} className={columns ? classes.wide : classes.narrow} aria-current={open ? 'true' : undefined} activeProps={{}} tabIndex={tabbable ? 0 : -1} {...marks}>
        {columns ? columns.map(({ name }) => <TicketCell key={name} name={name} ticket={ticket} names={names} />) : (
          <>
            <span className={classes.shape}><TicketStatus status={ticket.status} category={ticket.statusCategory} bare /></span>
            <span className={classes.customer}>{customerName(ticket)}</span>
            <span className={classes.about}><span className={classes.subject}>{ticket.subject || t('noSubject')}</span></span>
            <span className={classes.priority}><PriorityMark priority={ticket.priority} /></span>
            <span className={classes.owner} title={ticket.assignee ? t('owner.is', { name: ticket.assignee.name }) : t('owner.none')}>
              {ticket.assignee && <Initials name={ticket.assignee.name} />}
              <span className={classes.hidden}>{ticket.assignee?.name ?? t('owner.none')}</span>
            </span>
            <RelativeTime at={ticket.lastInteractionAt} className={classes.time} />
            {ticket.dueAt && <span className={classes.ring}><ClockRing from={ticket.dueFrom} due={ticket.dueAt} kind={ticket.dueKind} bare /></span>}
          </>
        )}
      </Link>
    </div>
  )
})
