import { Button } from '@mantine/core'
import { IconChevronLeft, IconSend } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { runsQuery } from '../data/report-queries.ts'
import { useDays } from '../words/use-report-words.ts'
import { RunProgress } from './RunProgress.tsx'
import { useLiveRuns } from './use-live-runs.ts'
import classes from './runs.module.css'

const here = getRouteApi('/workspace/reports/runs')

/** What was made and sent, the newest first; what is under way shows how far it is. */
export function RunsPage() {
  const { t } = useTranslation('reports')
  const { t: tCommon } = useTranslation()
  const days = useDays()
  const { reportId } = here.useSearch()
  const list = useInfiniteQuery(runsQuery(reportId === undefined ? {} : { reportId }))
  const runs = list.data?.pages.flatMap(({ items }) => items) ?? []
  useTitle(t('runs.title'))
  useLiveRuns()
  return (
    <div className={classes.page}>
      <Link to="/reports" className={classes.back}><IconChevronLeft size={16} stroke={1.5} aria-hidden /> {t('title')}</Link>
      <h1 className={classes.title}>{t('runs.title')}</h1>
      <p className={classes.soft}>{t('runs.text')} {reportId !== undefined && <Link to="/reports/runs" search={{}}>{t('runs.ofAll')}</Link>}</p>
      {list.isPending && <RowSkeletons rows={8} height={60} />}
      {list.isError && <Problem error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && runs.length === 0 && <EmptyState icon={<IconSend size={22} stroke={1.5} />} title={t('runs.empty')} text={t('runs.emptyText')} />}
      {runs.length > 0 && (
        <ul className={classes.rows} aria-label={t('runs.title')}>
          {runs.map((run) => (
            <li key={run.id} className={classes.run}>
              <div>
                <Link to="/reports/runs/$runId" params={{ runId: run.id }} search={{}} className={classes.name}>{run.reportName}</Link>
                <p className={classes.soft}>{[days(run.periodFrom, run.periodTo), run.trigger === 'clock' ? t('run.byClock') : t('run.byHand', { name: run.startedByName ?? '…' }), run.late ? t('run.late') : null].filter(Boolean).join(' · ')}</p>
              </div>
              <RunProgress run={run} />
              <RelativeTime at={run.startedAt} className={classes.soft} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && <div className={classes.more}><Button variant="default" size="compact-sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
    </div>
  )
}
