// The diary beside the answer: the entries of its ticket (or of its customer) up to the answer, the newest next to it.
import { listInteractions } from '@kontuar/contracts'
import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../../api/api.ts'
import { useCan, useMe } from '../../../../../api/me.ts'
import { queryKeys } from '../../../../../api/query-keys.ts'
import { Problem } from '../../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../../ui/Skeletons.tsx'
import { byDay, DayLine } from '../../../../tickets/index.ts'
import type { Answer } from '../Said.tsx'
import { BeforeEntry } from './BeforeEntry.tsx'
import { Recorded } from './Recorded.tsx'
import classes from './before.module.css'

type Whose = 'ticket' | 'customer'

export function BeforeAnswer({ answer }: { answer: Answer }) {
  const { t } = useTranslation('answers')
  const { t: tCommon } = useTranslation()
  const { timeZone } = useMe().organization
  const mayRead = useCan('ticket.read')
  const [wanted, setWanted] = useState<Whose>('ticket')
  const { ticket, customer } = answer
  const whose: Whose | null = ticket && (wanted === 'ticket' || !customer) ? 'ticket' : customer ? 'customer' : null
  const of = whose === 'ticket' ? { ticketId: ticket!.id } : { customerId: customer?.id ?? '' }
  const query = useInfiniteQuery({
    queryKey: whose === 'ticket' ? queryKeys.tickets.before(ticket!.id, answer.at) : queryKeys.customers.before(customer?.id ?? '', answer.at),
    queryFn: ({ pageParam, signal }) => api(listInteractions, { query: { ...of, before: answer.at, sort: '-at', limit: 40, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: whose !== null && mayRead,
  })
  const entries = query.data?.pages.flatMap(({ items }) => items).filter(({ id }) => id !== answer.interactionId) ?? []
  return (
    <section className={classes.before} aria-label={t('before.title')}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('before.title')}</h2>
        {ticket && customer && <SegmentedControl size="xs" aria-label={t('before.whose')} value={whose ?? 'ticket'} onChange={(next) => setWanted(next as Whose)} data={[{ value: 'ticket', label: t('before.ticket', { number: ticket.number }) }, { value: 'customer', label: t('before.customer') }]} />}
      </header>
      {ticket && <Recorded answer={answer} />}
      {whose === null || !mayRead ? <p className={classes.nothing}>{answer.anonymous ? t('before.anonymous') : mayRead ? t('before.unknown') : t('before.mayNot')}</p>
        : query.isPending ? <div className={classes.padded}><RowSkeletons rows={6} height={64} /></div>
        : query.error && entries.length === 0 ? <div className={classes.padded}><Problem error={query.error} retry={() => void query.refetch()} /></div>
        : entries.length === 0 ? <p className={classes.nothing}>{t('before.none')}</p>
        : byDay(entries, timeZone).map(({ day, entries: ofDay }) => (
          <section key={day} aria-label={day}>
            <DayLine day={day} />
            {ofDay.map((entry) => <BeforeEntry key={entry.id} entry={entry} source={entry.id === answer.sourceInteractionId} />)}
          </section>
        ))}
      {query.isFetchNextPageError && <div className={classes.padded}><Problem error={query.error} retry={() => void query.fetchNextPage()} /></div>}
      {query.hasNextPage && !query.isFetchNextPageError && <div className={classes.more}><Button variant="subtle" size="compact-sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
    </section>
  )
}
