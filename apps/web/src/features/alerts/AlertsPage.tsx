import { listAlerts, type Alert } from '@kontuar/contracts'
import { Button, SegmentedControl } from '@mantine/core'
import { IconBellRinging } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { useTitle } from '../../ui/use-title.ts'
import './alert-styles.ts'
import { AlertRow } from './AlertRow.tsx'
import { StoryPane } from './StoryPane.tsx'
import { alertQuery, shows, type Show } from './alert-search.ts'
import { useAlertActs } from './use-alert-acts.ts'
import { useAlertLanguage } from './use-alert-language.ts'
import classes from './alerts.module.css'

/** The list, and beside it the story of the one that is open; on a telephone one at a time. */
export function AlertsPage() {
  const { t } = useTranslation('alerts')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const { show = 'open' } = useSearch({ strict: false }) as { show?: Show }
  const { alertId } = useParams({ strict: false }) as { alertId?: string }
  const mayAct = useCan('alert.change')
  const acts = useAlertActs()
  const place = useRef<HTMLUListElement>(null)
  const query = alertQuery(show, useAlertLanguage())
  const list = useInfiniteQuery({
    queryKey: queryKeys.alerts.list(query),
    queryFn: ({ pageParam, signal }) => api(listAlerts, { query: { ...query, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const alerts = list.data?.pages.flatMap(({ items }) => items) ?? []
  useTitle(t('title'))
  const search = (then: Show) => (then === 'open' ? {} : { show: then })
  const open = (id: string | undefined, then: Show = show) => void (id === undefined ? navigate({ to: '/alerts', search: search(then) }) : navigate({ to: '/alerts/$alertId', params: { alertId: id }, search: search(then) }))
  const links = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-alert]') ?? [])]
  const at = () => links().findIndex((link) => link === document.activeElement)
  const move = (step: 1 | -1) => links().at(at() < 0 ? (step === 1 ? 0 : -1) : Math.min(links().length - 1, Math.max(0, at() + step)))?.focus()
  const current = (): Alert | undefined => alerts.find(({ id }) => id === ((document.activeElement as HTMLElement | null)?.dataset?.['alert'] ?? alertId))
  useShortcuts(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    ...(mayAct ? [{ keys: 'y', label: t('acknowledge'), run: () => { const alert = current(); if (alert?.state === 'open') void acts.acknowledge(alert) } }] : []),
    ...(alertId === undefined ? [] : [{ keys: 'escape', label: t('close'), run: () => open(undefined) }]),
  ])
  return (
    <div className={classes.page} data-open={alertId !== undefined || undefined}>
      <section className={classes.side}>
        <header className={classes.head}>
          <h1 className={classes.title}>{t('title')}</h1>
          <Link to="/alerts/rules" className={classes.rules}>{t('rules')}</Link>
        </header>
        <SegmentedControl size="xs" className={classes.show} aria-label={t('show')} value={show} onChange={(then) => open(undefined, then as Show)} data={shows.map((each) => ({ value: each, label: t(`show.${each}`) }))} />
        <div className={classes.list}>
          {list.isPending && <div className={classes.padded}><RowSkeletons rows={6} height={72} /></div>}
          {list.isError && <div className={classes.padded}><Problem error={list.error} retry={() => void list.refetch()} /></div>}
          {list.isSuccess && alerts.length === 0 && <EmptyState icon={<IconBellRinging size={22} stroke={1.5} />} title={t(`empty.${show}`)} text={t('emptyText')} />}
          {alerts.length > 0 && <ul ref={place} className={classes.rows} aria-label={t('list')}>{alerts.map((alert) => <AlertRow key={alert.id} alert={alert} current={alert.id === alertId} search={search(show)} />)}</ul>}
          {list.hasNextPage && <div className={classes.padded}><Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
        </div>
      </section>
      {alertId !== undefined && <StoryPane key={alertId} alertId={alertId} leave={() => open(undefined)} />}
    </div>
  )
}
