// Where the ticket waited, with whom, for how long; and who got it why.
import { listDecisions, listStays, type TicketDetail } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useQueues } from '../../../../api/desk.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { useClockWords } from '../../../../ui/clock/use-clock-words.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { useNamed } from '../../../../ui/ready-made.ts'
import { RelativeTime } from '../../../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { decisionWords } from './decision-words.ts'
import classes from './waited.module.css'

export function Waited({ ticket }: { ticket: TicketDetail }) {
  const { t } = useTranslation('ticket')
  const named = useNamed()
  const words = useClockWords()
  const queues = useQueues()
  const stays = useQuery({ queryKey: queryKeys.tickets.stays(ticket.id), queryFn: ({ signal }) => api(listStays, { params: { id: ticket.id }, signal }) })
  const decisions = useQuery({ queryKey: queryKeys.tickets.decisions(ticket.id), queryFn: ({ signal }) => api(listDecisions, { params: { id: ticket.id }, signal }) })
  // One's own sight may not reach the queue; the server names it as it was then.
  const queueName = (id: string | null, name: string | null) => {
    const found = queues.find((queue) => queue.id === id)
    return found ? named('queue', found) : id === null ? t('queue.none') : (name ?? t('queue.other'))
  }
  return (
    <div className={classes.waited}>
      {!stays.data && (stays.error ? <Problem error={stays.error} retry={() => void stays.refetch()} /> : <RowSkeletons rows={2} height={28} />)}
      <ul className={classes.list} aria-label={t('waited.queues')}>
        {stays.data?.items.map(({ queueId, queueName: stored, assigneeName, enteredAt, leftAt, seconds }) => (
          <li key={enteredAt}>
            <span className={classes.what}>{queueName(queueId, stored)}, <span className={classes.whom}>{assigneeName ?? t('event.unassigned')}</span></span>
            <span className={classes.long}>{words.duration(seconds * 1000)}{leftAt === null && ticket.statusCategory !== 'closed' ? ` ${t('waited.untilNow')}` : ''}</span>
          </li>
        ))}
      </ul>
      <h3 className={classes.heading}>{t('waited.decisions')}</h3>
      {!decisions.data && (decisions.error ? <Problem error={decisions.error} retry={() => void decisions.refetch()} /> : <RowSkeletons rows={2} height={28} />)}
      {decisions.data?.items.length === 0 && <p className={classes.quiet}>{t('waited.noDecisions')}</p>}
      <ul className={classes.list} aria-label={t('waited.decisions')}>
        {decisions.data?.items.map((decision) => (
          <li key={decision.id}>
            <span className={classes.what}>{decisionWords(decision, t)}</span>
            <RelativeTime at={decision.at} className={classes.long} />
          </li>
        ))}
      </ul>
    </div>
  )
}
