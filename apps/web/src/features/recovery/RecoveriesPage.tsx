import { countRecoveries, listRecoveries } from '@kontuar/contracts'
import { Button, SegmentedControl } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Narrowed } from './Narrowed.tsx'
import { RecoveryRow } from './RecoveryRow.tsx'
import { readRecoverySearch, recoveryQuery, shows, type RecoverySearch, type Show } from './recovery-search.ts'
import { StoryPane } from './story/StoryPane.tsx'
import classes from './recoveries.module.css'

/** The list of low scores, and beside it the story of the one that is open; on a telephone one at a time. */
export function RecoveriesPage() {
  const { t } = useTranslation('recovery')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as RecoverySearch
  const { recoveryId } = useParams({ strict: false }) as { recoveryId?: string }
  const { show = 'open' } = search
  const place = useRef<HTMLUListElement>(null)
  const query = recoveryQuery(search)
  const counts = useQuery({ queryKey: queryKeys.recoveries.counts, queryFn: ({ signal }) => api(countRecoveries, { signal }) }).data
  const list = useInfiniteQuery({
    queryKey: queryKeys.recoveries.list(query),
    queryFn: ({ pageParam, signal }) => api(listRecoveries, { query: { ...query, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const recoveries = list.data?.pages.flatMap(({ items }) => items) ?? []
  useTitle(t('title'))
  const open = (id: string | undefined, then: RecoverySearch = search) => void (id === undefined ? navigate({ to: '/recoveries', search: then }) : navigate({ to: '/recoveries/$recoveryId', params: { recoveryId: id }, search: then }))
  const choose = (next: Show) => open(undefined, readRecoverySearch({ ...search, show: next }))
  const links = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-recovery]') ?? [])]
  const at = () => links().findIndex((link) => link === document.activeElement)
  const move = (step: 1 | -1) => links().at(at() < 0 ? (step === 1 ? 0 : -1) : Math.min(links().length - 1, Math.max(0, at() + step)))?.focus()
  useShortcuts(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    ...(recoveryId === undefined ? [] : [{ keys: 'escape', label: t('close'), run: () => open(undefined) }]),
  ])
  const counted = (each: Show) => {
    const n = each === 'open' ? counts?.open : each === 'mine' ? counts?.mine : each === 'late' ? counts?.late : undefined
    return n === undefined || n === 0 ? t(`show.${each}`) : `${t(`show.${each}`)} (${counts !== undefined && n >= counts.limit ? `${counts.limit}+` : n})`
  }
  return (
    <div className={classes.page} data-open={recoveryId !== undefined || undefined}>
      <section className={classes.side}>
        <h1 className={classes.title}>{t('title')}</h1>
        <SegmentedControl size="xs" className={classes.show} aria-label={t('show')} value={show} onChange={(next) => choose(next as Show)} data={shows.map((each) => ({ value: each, label: counted(each) }))} />
        <Narrowed search={search} change={(next) => open(undefined, next)} />
        <div className={classes.list}>
          {list.isPending && <div className={classes.padded}><RowSkeletons rows={6} height={72} /></div>}
          {list.isError && <div className={classes.padded}><Problem error={list.error} retry={() => void list.refetch()} /></div>}
          {list.isSuccess && recoveries.length === 0 && <EmptyState icon={<IconHeartHandshake size={22} stroke={1.5} />} title={t(`empty.${show}`)} text={t('emptyText')} />}
          {recoveries.length > 0 && <ul ref={place} className={classes.rows} aria-label={t('list')}>{recoveries.map((each) => <RecoveryRow key={each.id} recovery={each} current={each.id === recoveryId} search={search} />)}</ul>}
          {list.hasNextPage && <div className={classes.padded}><Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
        </div>
      </section>
      {recoveryId !== undefined && <StoryPane key={recoveryId} recoveryId={recoveryId} search={search} leave={() => open(undefined)} />}
    </div>
  )
}
