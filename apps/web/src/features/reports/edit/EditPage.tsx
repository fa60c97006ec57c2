import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton, PageSkeleton } from '../../../ui/Skeletons.tsx'
import { useMetrics } from '../../numbers/index.ts'
import { reportQuery } from '../data/report-queries.ts'
import { draftOf, emptyDraft } from './draft.ts'
import { Editor } from './Editor.tsx'
import classes from './edit.module.css'

const ofOne = getRouteApi('/workspace/reports/$reportId/edit')
const ofNew = getRouteApi('/workspace/reports/new')

/** The catalogue first: asked for only by the list of blocks, it would take the form away again. */
export function EditReportPage() {
  useMetrics()
  const { reportId } = ofOne.useParams()
  const { data, error, refetch } = useQuery(reportQuery(reportId))
  if (error && !data) return <div className={classes.alone}><Problem error={error} retry={() => void refetch()} /></div>
  if (!data) return <div className={classes.alone}><FormSkeleton fields={6} /></div>
  return data.mayChange ? <Editor key={reportId} report={data} first={draftOf(data)} /> : <NotMine />
}

/** Empty, or as a copy of another. */
export function NewReportPage() {
  useMetrics()
  const { t } = useTranslation('reports')
  const { from } = ofNew.useSearch()
  const mayManage = useCan('report.manage')
  const model = useQuery({ ...reportQuery(from ?? ''), enabled: from !== undefined && mayManage })
  if (!mayManage) return <NotMine />
  if (from === undefined || model.isError) return <Editor report={null} first={emptyDraft} />
  if (!model.data) return <PageSkeleton />
  const { schedule: _, ...copied } = draftOf(model.data)
  // It goes to nobody until somebody says when.
  return <Editor key={from} report={null} first={{ ...copied, name: t('copyOf', { name: model.data.name }), schedule: null }} />
}

function NotMine() {
  const { t } = useTranslation('reports')
  return <EmptyState heading title={t('notMine')} text={t('notMineText')} action={<Button variant="default" renderRoot={(props) => <Link to="/reports" {...props} />}>{t('toList')}</Button>} />
}
