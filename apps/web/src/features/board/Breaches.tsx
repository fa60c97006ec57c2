import { IconCircleCheck } from '@tabler/icons-react'
import type { Ticket } from '@kontuar/contracts'
import { SegmentedControl } from '@mantine/core'
import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ClockRing } from '../../ui/clock/ClockRing.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { customerName } from '../tickets/list/index.ts'
import { TicketStatus } from '../tickets/marks/index.ts'
import { horizons, usualHorizon, type BoardSearch, type Horizon } from './board-search.ts'
import { rowsBehind, type TeamReach } from './rows-behind.ts'
import classes from './breaches.module.css'

/** As many as the server tells at once. */
const most = 50

export function Breaches({ tickets, search, team, change }: { tickets: readonly Ticket[]; search: BoardSearch; team: TeamReach | null; change: (hours: Horizon) => void }) {
  const { t } = useTranslation('board')
  const { t: tTickets } = useTranslation('tickets')
  const hours = search.hours ?? usualHorizon
  return (
    <section className={classes.breaches} aria-label={t('breaches')}>
      <header className={classes.head}>
        <h2>{t('breaches')}</h2>
        <SegmentedControl size="xs" aria-label={t('breaches.within')} value={String(hours)} onChange={(value) => change(Number(value) as Horizon)} data={horizons.map((each) => ({ value: String(each), label: t('breaches.hours', { hours: each }) }))} />
      </header>
      {tickets.length === 0 ? <p className={classes.none}><IconCircleCheck size={16} stroke={1.5} aria-hidden /> {t('breaches.none', { hours })}</p> : (
        <ul className={classes.rows}>
          {tickets.map((ticket) => (
            <li key={ticket.id}>
              <Link to="/tickets/$ticketId" params={{ ticketId: ticket.id }} search={rowsBehind(search, { due: 'soon' }, team)} preload={false} className={classes.row}>
                <TicketStatus status={ticket.status} category={ticket.statusCategory} bare />
                <span className={classes.about}><span className={classes.who}>{customerName(ticket)}</span> <span className={classes.subject}>{ticket.subject || tTickets('noSubject')}</span></span>
                <span className={classes.owner} title={ticket.assignee?.name ?? tTickets('owner.none')}>{ticket.assignee && <Initials name={ticket.assignee.name} />}<span className={classes.hidden}>{ticket.assignee?.name ?? tTickets('owner.none')}</span></span>
                {ticket.dueAt && <ClockRing from={ticket.dueFrom} due={ticket.dueAt} kind={ticket.dueKind} />}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {tickets.length >= most && <p className={classes.more}>{t('breaches.most', { count: most })} <Link to="/tickets" search={rowsBehind(search, { due: 'soon' }, team)}>{t('breaches.all')}</Link></p>}
    </section>
  )
}
