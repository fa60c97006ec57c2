// Everything that was between the customer and us, over all tickets, the newest above.
import { listInteractions } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { byDay, DayLine } from '../../tickets/index.ts'
import { DiaryEntry } from './DiaryEntry.tsx'
import classes from './customer-page.module.css'

export function Diary({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const { t: tCommon } = useTranslation()
  const { timeZone } = useMe().organization
  const query = useInfiniteQuery({
    queryKey: queryKeys.customers.diary(customerId),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => api(listInteractions, { query: { customerId, sort: '-at', limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    getNextPageParam: ({ next }) => next,
  })
  const entries = query.data?.pages.flatMap(({ items }) => items).filter(({ kind }) => kind !== 'event') ?? []
  if (query.isPending) return <RowSkeletons rows={6} height={72} />
  if (query.error && entries.length === 0) return <Problem error={query.error} retry={() => void query.refetch()} />
  if (entries.length === 0) return <p className={classes.nothing}>{t('diaryEmpty')}</p>
  return (
    <>
      {byDay(entries, timeZone).map(({ day, entries: ofDay }) => (
        <section key={day} aria-label={day}>
          <DayLine day={day} />
          {ofDay.map((entry) => (
            <DiaryEntry key={entry.id} entry={entry} />
          ))}
        </section>
      ))}
      {query.isFetchNextPageError && <Problem error={query.error} retry={() => void query.fetchNextPage()} />}
      {query.hasNextPage && !query.isFetchNextPageError && (
        <div className={classes.more}>
          <Button variant="subtle" size="compact-sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{tCommon('action.loadMore')}</Button>
        </div>
      )}
    </>
  )
}
