import { listTickets } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { TicketStatus } from '../../tickets/index.ts'
import classes from './panel.module.css'

const most = 10

/** The customer's tickets, newest first; with `except` the others. */
export function CustomerTickets({ customerId, except, heading: Heading = 'h3' }: { customerId: string; except?: string | undefined; heading?: 'h2' | 'h3' }) {
  const { t } = useTranslation('customers')
  const { t: tTickets } = useTranslation('tickets')
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.customers.tickets(customerId),
    queryFn: ({ signal }) => api(listTickets, { query: { customerId, sort: '-createdAt', limit: most + 1 }, signal }),
  })
  const tickets = (data?.items ?? []).filter(({ id }) => id !== except)
  return (
    <section className={classes.tickets}>
      <Heading className={classes.heading}>{except === undefined ? t('tickets') : t('otherTickets')}</Heading>
      {error && !data && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <RowSkeletons rows={3} height={36} />}
      {data && tickets.length === 0 && <p className={classes.nothing}>{except === undefined ? t('noTickets') : t('noOtherTickets')}</p>}
      <ul className={classes.list}>
        {tickets.slice(0, most).map((ticket) => (
          <li key={ticket.id}>
            <Link to="/tickets/$ticketId" params={{ ticketId: ticket.id }} search={{}} className={classes.ticket}>
              <TicketStatus status={ticket.status} category={ticket.statusCategory} bare />
              <span className={classes.subject}>{ticket.subject || tTickets('noSubject')}</span>
              <RelativeTime at={ticket.lastInteractionAt} className={classes.time} />
            </Link>
          </li>
        ))}
      </ul>
      {(data?.next !== null || tickets.length > most) && data && (
        <Link to="/tickets" search={{ view: 'all', customer: customerId }} className={classes.more}>
          {t('allTickets')}
        </Link>
      )}
    </section>
  )
}
