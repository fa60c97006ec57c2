// "Reason: Return? Set it": only while the ticket has none, only under the newest message that names one. Nothing sets it by itself.
import { getTicket, type Interaction } from '@kontuar/contracts'
import { Button, CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useReasons } from '../../../api/desk.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { useTicketActions } from '../../tickets/actions/index.ts'
import { percentOf } from '../mark/percent.ts'
import { readingsQuery, useCorrect } from './use-readings.ts'
import classes from './reading.module.css'

export function TopicHint({ entry, ticketId }: { entry: Interaction; ticketId: string }) {
  const { t } = useTranslation('readings')
  const mayChange = useCan('ticket.change')
  const { data: ticket } = useQuery({ queryKey: queryKeys.tickets.one(ticketId), queryFn: ({ signal }) => api(getTicket, { params: { id: ticketId }, signal }) })
  const readings = useQuery(readingsQuery({ ticketId })).data?.items ?? []
  const reasons = useReasons()
  const named = useNamed()
  const { change } = useTicketActions()
  const correct = useCorrect({ ticketId })
  const newest = readings.find(({ topic, subject }) => topic !== null && subject === 'interaction')
  if (!mayChange || ticket === undefined || ticket.reasonId !== null || ticket.statusCategory === 'closed' || newest?.id !== entry.id || newest.topic === null) return null
  const { topic } = newest
  const reason = reasons.find(({ id }) => id === topic.reasonId)
  const name = reason ? named('reason', reason) : topic.name
  return (
    <p className={classes.hint} data-topic>
      <span title={topic.confidence === null ? undefined : t('topic.sure', { percent: percentOf(topic.confidence, currentLocale()) })}>{t('topic.ask', { name })}</span>
      <Button variant="subtle" size="compact-xs" onClick={() => void change(ticket, { reasonId: topic.reasonId }, { done: t('topic.done', { name }) })}>{t('topic.set')}</Button>
      <CloseButton size="xs" aria-label={t('topic.no', { name })} title={t('topic.no', { name })} onClick={() => void correct(newest, { topicId: null }, t('topic.gone'))} />
    </p>
  )
}
