// Where the ticket waited, for how long, and who got it why: from the diary and the log of decisions.
import { listDecisions, type TicketDetail } from '@kontuar/contracts'
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
import { useNow } from '../../../../ui/use-now.ts'
import { useTimeline } from '../../timeline/use-timeline.ts'
import { decisionWords } from './decision-words.ts'
import { queueStays } from './queue-stays.ts'
import classes from './waited.module.css'

export function Waited({ ticket }: { ticket: TicketDetail }) {
  const { t } = useTranslation('ticket')
  const named = useNamed()
  const now = useNow()
  const words = useClockWords()
  const queues = useQueues()
  const { data: timeline } = useTimeline(ticket.id)
  const { data, error, refetch } = useQuery({ queryKey: queryKeys.tickets.decisions(ticket.id), queryFn: ({ signal }) => api(listDecisions, { params: { id: ticket.id }, signal }) })
  const queueName = (id: string | null) => {
    const found = queues.find((queue) => queue.id === id)
    return found ? named('queue', found) : id === null ? t('queue.none') : t('queue.other')
  }
  const stays = queueStays(ticket, timeline?.entries ?? [])
  return (
    <div className={classes.waited}>
      <ul className={classes.list} aria-label={t('waited.queues')}>
        {stays.map(({ queueId, from, to }) => (
          <li key={from}>
            <span className={classes.what}>{queueName(queueId)}</span>
            <span className={classes.long}>{words.duration((to === null ? now : new Date(to)).getTime() - Date.parse(from))}{to === null && ticket.statusCategory !== 'closed' ? ` ${t('waited.untilNow')}` : ''}</span>
          </li>
        ))}
      </ul>
      {timeline?.older && <p className={classes.quiet}>{t('waited.partial')}</p>}
      <h3 className={classes.heading}>{t('waited.decisions')}</h3>
      {!data && (error ? <Problem error={error} retry={() => void refetch()} /> : <RowSkeletons rows={2} height={28} />)}
      {data?.items.length === 0 && <p className={classes.quiet}>{t('waited.noDecisions')}</p>}
      <ul className={classes.list} aria-label={t('waited.decisions')}>
        {data?.items.map((decision) => (
          <li key={decision.id}>
            <span className={classes.what}>{decisionWords(decision, t)}</span>
            <RelativeTime at={decision.at} className={classes.long} />
          </li>
        ))}
      </ul>
    </div>
  )
}
