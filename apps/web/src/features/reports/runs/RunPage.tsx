import { resumeReportRun, stopReportRun, type ReportRun } from '@kontuar/contracts'
import { Button, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { ApiProblem, isGone } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { PageSkeleton } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { runQuery } from '../data/report-queries.ts'
import { sendingStates, type LedgerSearch } from '../report-search.ts'
import { useDays, useMoment } from '../words/use-report-words.ts'
import { RunProgress } from './RunProgress.tsx'
import { Sendings } from './Sendings.tsx'
import { useLiveRuns } from './use-live-runs.ts'
import classes from './runs.module.css'

const here = getRouteApi('/workspace/reports/runs/$runId')

/** One run: how far it is, its stop button, and every sending of it. It can be left and found again. */
export function RunPage() {
  const { t } = useTranslation('reports')
  const { runId } = here.useParams()
  const search = here.useSearch()
  const { data, error, refetch } = useQuery(runQuery(runId))
  useLiveRuns()
  useTitle(data?.reportName ?? t('runs.title'))
  if (error && isGone(error)) return <EmptyState heading title={t('run.gone')} action={<Button variant="default" renderRoot={(props) => <Link to="/reports/runs" search={{}} {...props} />}>{t('runs.title')}</Button>} />
  if (!data) return error ? <div className={classes.page}><Problem error={error} retry={() => void refetch()} /></div> : <PageSkeleton />
  return <One run={data} search={search} />
}

function One({ run, search }: { run: ReportRun; search: LedgerSearch }) {
  const { t } = useTranslation('reports')
  const days = useDays()
  const moment = useMoment()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const act = useMutation({
    mutationFn: (what: 'stop' | 'resume') => api(what === 'stop' ? stopReportRun : resumeReportRun, { params: { id: run.id } }),
    onSuccess: (next) => {
      queries.setQueryData(queryKeys.reportRuns.one(run.id), next)
      void queries.invalidateQueries({ queryKey: queryKeys.reportRuns.all })
    },
  })
  const narrow = (given: string) => {
    const state = sendingStates.find((each) => each === given)
    void navigate({ to: '/reports/runs/$runId', params: { runId: run.id }, search: state === undefined ? {} : { state }, replace: true, resetScroll: false })
  }
  return (
    <div className={classes.page}>
      <Link to="/reports/runs" search={{}} className={classes.back}><IconChevronLeft size={16} stroke={1.5} aria-hidden /> {t('runs.title')}</Link>
      <header className={classes.head}>
        <h1 className={classes.title}><Link to="/reports/$reportId" params={{ reportId: run.reportId }} search={{}} className={classes.name}>{run.reportName}</Link></h1>
        {run.state === 'running' && <Button variant="default" size="compact-sm" data-act="stop" loading={act.isPending} leftSection={<IconPlayerStop size={15} stroke={1.5} aria-hidden />} onClick={() => act.mutate('stop')}>{t('run.stop')}</Button>}
        {(run.state === 'stopped' || run.state === 'stopping') && <Button size="compact-sm" data-act="resume" loading={act.isPending} leftSection={<IconPlayerPlay size={15} stroke={1.5} aria-hidden />} onClick={() => act.mutate('resume')}>{t('run.resume')}</Button>}
      </header>
      <p className={classes.soft}>{[days(run.periodFrom, run.periodTo), run.trigger === 'clock' ? t('run.byClock') : t('run.byHand', { name: run.startedByName ?? '…' }), t('run.started', { at: moment(run.startedAt) }), run.endedAt === null ? null : t('run.ended', { at: moment(run.endedAt) })].filter(Boolean).join(' · ')}</p>
      {run.late && <p className={classes.note}>{t('run.lateText')}</p>}
      {run.detail !== null && <p className={classes.note}>{run.detail}</p>}
      {act.isError && <Problem error={act.error} text={act.error instanceof ApiProblem ? act.error.detail : undefined} />}
      <RunProgress run={run} />
      <div className={classes.filter}>
        <h2>{t('sendings.title')}</h2>
        <NativeSelect size="xs" aria-label={t('sendings.state')} value={search.state ?? ''} data={[{ value: '', label: t('sendings.all') }, ...sendingStates.map((state) => ({ value: state, label: t(`sending.${state}`) }))]} onChange={({ currentTarget }) => narrow(currentTarget.value)} />
      </div>
      <Sendings runId={run.id} state={search.state} />
    </div>
  )
}
