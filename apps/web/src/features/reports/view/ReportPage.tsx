import { exportReport, type Report } from '@kontuar/contracts'
import { Button, Menu } from '@mantine/core'
import { IconChevronLeft, IconDownload, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPath } from '../../../api/api.ts'
import { ApiProblem, isGone } from '../../../api/problem.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { PageSkeleton, RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { RowsPane, readFrameSearch } from '../../numbers/index.ts'
import { reportQuery, viewQuery } from '../data/report-queries.ts'
import { useProblemWords } from '../words/use-problem-words.ts'
import { useMoment, useScheduleWords } from '../words/use-report-words.ts'
import { FilledBlocks } from './FilledBlocks.tsx'
import { MoreActs } from './MoreActs.tsx'
import { ReportBar } from './ReportBar.tsx'
import { SendMenu } from './SendMenu.tsx'
import { Words } from './Words.tsx'
import classes from './view.module.css'

const here = getRouteApi('/workspace/reports/$reportId')

/** The live link of a mail leads here: the same view, with the figures of now. */
export function ReportPage() {
  const { t } = useTranslation('reports')
  const { reportId } = here.useParams()
  const { rows } = readFrameSearch(here.useSearch() as Record<string, unknown>)
  const { data, error, refetch } = useQuery(reportQuery(reportId))
  if (error && isGone(error)) return <EmptyState heading title={t('gone')} text={t('goneText')} action={<Button variant="default" renderRoot={(props) => <Link to="/reports" {...props} />}>{t('toList')}</Button>} />
  return (
    <div className={classes.screen} data-rows={rows !== undefined || undefined}>
      <div className={classes.page}>{data ? <View report={data} /> : error ? <Problem error={error} retry={() => void refetch()} /> : <PageSkeleton />}</div>
      {rows && <Suspense fallback={<div className={classes.waiting}><PageSkeleton /></div>}><RowsPane key={JSON.stringify(rows)} rows={rows} /></Suspense>}
    </div>
  )
}

function View({ report }: { report: Report }) {
  const { t } = useTranslation('reports')
  const said = useProblemWords()
  const navigate = useNavigate()
  const search = here.useSearch()
  const asked = { ...(search.for !== undefined && { for: search.for }), ...(search.period !== undefined && { period: search.period }) }
  const view = useQuery(viewQuery(report.id, asked))
  const schedule = useScheduleWords()
  const moment = useMoment()
  useTitle(report.name)
  useShortcuts(t('view.keys'), [
    ...(report.mayChange ? [{ keys: 'e', label: t('edit'), run: () => void navigate({ to: '/reports/$reportId/edit', params: { reportId: report.id } }) }] : []),
    { keys: 'u', label: t('toList'), run: () => void navigate({ to: '/reports' }) },
  ])
  const filled = view.data
  return (
    <>
      <Link to="/reports" className={classes.back}><IconChevronLeft size={16} stroke={1.5} aria-hidden /> {t('title')}</Link>
      <header className={classes.head}>
        <h1 className={classes.title}>{report.name}</h1>
        <div className={classes.acts}>
          <Menu position="bottom-end" loop withinPortal={false} floatingStrategy="fixed">
            <Menu.Target><Button variant="default" size="compact-sm" data-act="download" leftSection={<IconDownload size={15} stroke={1.5} aria-hidden />}>{t('download')}</Button></Menu.Target>
            <Menu.Dropdown>
              {(['pdf', 'xlsx'] as const).map((as) => <Menu.Item key={as} component="a" href={apiPath(exportReport, { id: report.id }, { as, ...asked })} download>{t(`download.${as}`)}</Menu.Item>)}
            </Menu.Dropdown>
          </Menu>
          {report.mayChange && <Button variant="default" size="compact-sm" leftSection={<IconPencil size={15} stroke={1.5} aria-hidden />} renderRoot={(props) => <Link to="/reports/$reportId/edit" params={{ reportId: report.id }} {...props} />}>{t('edit')}</Button>}
          {report.mayChange && <SendMenu report={report} />}
          {report.mayChange && <MoreActs report={report} />}
        </div>
      </header>
      {report.mayChange && <p className={classes.when}>{[report.active ? schedule(report.schedule) : t('off'), report.nextAt === null ? null : t('nextAt', { at: moment(report.nextAt) }), report.readyMade === null ? report.ownerName : t('readyMade')].filter(Boolean).join(' · ')}</p>}
      {report.problems.length > 0 && <ul className={classes.problems} aria-label={t('problemsTitle')}>{report.problems.map((problem) => <li key={problem.detail}>{said(problem)}</li>)}</ul>}
      <ReportBar report={report} search={search} filled={filled} />
      {view.isError && <Problem error={view.error} text={view.error instanceof ApiProblem && view.error.code === 'not-found' ? t('view.noScope') : undefined} retry={() => void view.refetch()} />}
      {filled && (
        <div className={classes.body} data-old={view.isPlaceholderData || undefined} aria-busy={view.isPlaceholderData}>
          {filled.comment !== '' && <section className={classes.comment}><h2>{t('comment.of', { name: report.ownerName ?? filled.organizationName })}</h2><Words text={filled.comment} /></section>}
          <Suspense fallback={<RowSkeletons rows={6} height={80} />}><FilledBlocks report={filled} definition={report.definition} /></Suspense>
          {filled.because !== null && <p className={classes.because}>{filled.because}</p>}
        </div>
      )}
      {view.isPending && <RowSkeletons rows={6} height={80} />}
    </>
  )
}
