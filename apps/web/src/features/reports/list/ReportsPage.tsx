import { Button } from '@mantine/core'
import { IconPlus, IconReport } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { reachQuery, reportsQuery } from '../data/report-queries.ts'
import { useLiveRuns } from '../runs/use-live-runs.ts'
import { ReportRow } from './ReportRow.tsx'
import classes from './list.module.css'

/** Every report one may open: what is in it, when it goes, to how many, and how the last time went. */
export function ReportsPage() {
  const { t } = useTranslation('reports')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const mayManage = useCan('report.manage')
  const place = useRef<HTMLUListElement>(null)
  const list = useInfiniteQuery(reportsQuery)
  const reach = useQuery({ ...reachQuery({}), enabled: mayManage, meta: { silent: true } })
  const people = useMemo(() => reach.data && Map.groupBy(reach.data.items, ({ reportId }) => reportId), [reach.data])
  const reports = list.data?.pages.flatMap(({ items }) => items) ?? []
  useTitle(t('title'))
  useLiveRuns()
  const links = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-report]') ?? [])]
  const at = () => links().findIndex((link) => link === document.activeElement)
  const move = (step: 1 | -1) => links().at(at() < 0 ? (step === 1 ? 0 : -1) : Math.min(links().length - 1, Math.max(0, at() + step)))?.focus()
  useShortcuts(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    ...(mayManage ? [{ keys: 'n', label: t('new'), run: () => void navigate({ to: '/reports/new', search: {} }) }] : []),
  ])
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div className={classes.headText}>
          <h1 className={classes.title}>{t('title')}</h1>
          <p className={classes.soft}>{t('text')}</p>
        </div>
        {mayManage && (
          <div className={classes.acts}>
            <Link to="/reports/runs" search={{}} className={classes.link}>{t('runs.title')}</Link>
            <Link to="/settings/who-receives-what" search={{}} className={classes.link}>{t('whoReceives')}</Link>
            <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} renderRoot={(props) => <Link to="/reports/new" search={{}} {...props} />}>{t('new')}</Button>
          </div>
        )}
      </header>
      {list.isPending && <RowSkeletons rows={6} height={68} />}
      {list.isError && <Problem error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && reports.length === 0 && <EmptyState icon={<IconReport size={22} stroke={1.5} />} title={t('empty')} text={t(mayManage ? 'emptyManage' : 'emptyText')} />}
      {reports.length > 0 && <ul ref={place} className={classes.rows} aria-label={t('title')}>{reports.map((report) => <ReportRow key={report.id} report={report} people={people === undefined ? null : (people.get(report.id)?.length ?? 0)} />)}</ul>}
      {list.hasNextPage && <div className={classes.more}><Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
    </div>
  )
}
