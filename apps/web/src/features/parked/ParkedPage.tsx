import { listParked } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconMailCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ParkedRow } from './ParkedRow.tsx'
import classes from './parked.module.css'

/** Mail that could not be read. Nothing of it is lost: the original is kept and can be read again. */
export function ParkedPage() {
  const { t } = useTranslation('parked')
  const { t: tCommon } = useTranslation()
  useTitle(t('title'))
  const query = useInfiniteQuery({
    queryKey: queryKeys.parked.list({}),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => api(listParked, { query: { sort: '-parkedAt', limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    getNextPageParam: ({ next }) => next,
  })
  const mails = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section className={classes.page}>
      <h1 className={classes.title}>{t('title')}</h1>
      {mails.length > 0 && <p className={classes.lead}>{t('lead')}</p>}
      {query.isPending && <RowSkeletons rows={3} height={88} />}
      {query.error && mails.length === 0 && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data && mails.length === 0 && <EmptyState icon={<IconMailCheck size={22} stroke={1.5} />} title={t('empty')} text={t('emptyText')} />}
      {mails.length > 0 && (
        <ul className={classes.list} aria-label={t('title')}>
          {mails.map((mail) => (
            <ParkedRow key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
      {query.isFetchNextPageError && <Problem error={query.error} retry={() => void query.fetchNextPage()} />}
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{tCommon('action.loadMore')}</Button>
      )}
    </section>
  )
}
