import { IconChevronLeft, IconRoute } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../../ui/Skeletons.tsx'
import { useTitle } from '../../../../ui/use-title.ts'
import '../../frame/feedback-styles.ts'
import { feedbackSettingsQuery, touchpointsQuery } from '../touchpoint-queries.ts'
import { TouchpointForm } from './TouchpointForm.tsx'
import classes from './touchpoint.module.css'

const here = getRouteApi('/workspace/feedback/touchpoints/$touchpointId')
const beginning = getRouteApi('/workspace/feedback/touchpoints/new')

export function NewTouchpointPage() {
  const { t } = useTranslation('asking')
  const { survey } = beginning.useSearch()
  const settings = useQuery(feedbackSettingsQuery)
  return (
    <Frame title={t('new')} text={t('newText')} surveyId={survey}>
      {settings.isPending ? <FormSkeleton /> : <TouchpointForm touchpoint={null} surveyId={survey ?? null} usualRest={settings.data?.restDays} />}
    </Frame>
  )
}

export function TouchpointPage() {
  const { t } = useTranslation('asking')
  const { touchpointId } = here.useParams()
  const touchpoints = useQuery(touchpointsQuery)
  const settings = useQuery(feedbackSettingsQuery)
  const touchpoint = touchpoints.data?.items.find(({ id }) => id === touchpointId)
  return (
    <Frame title={touchpoint?.name ?? t('one')} surveyId={undefined}>
      {touchpoints.isPending || settings.isPending ? <FormSkeleton /> : touchpoints.isError ? <Problem error={touchpoints.error} retry={() => void touchpoints.refetch()} /> : touchpoint === undefined ? (
        <EmptyState icon={<IconRoute size={22} stroke={1.5} />} title={t('gone')} text={t('goneText')} />
      ) : (
        <TouchpointForm key={touchpoint.id} touchpoint={touchpoint} surveyId={null} usualRest={settings.data?.restDays} />
      )}
    </Frame>
  )
}

function Frame({ title, text, surveyId, children }: { title: string; text?: string; surveyId: string | undefined; children: ReactNode }) {
  const { t } = useTranslation('asking')
  useTitle(title)
  const label = <><IconChevronLeft size={16} stroke={1.5} aria-hidden /> {t('title')}</>
  return (
    <div className={classes.scroll}>
      <div className={classes.page}>
        {surveyId === undefined ? <Link to="/feedback/touchpoints" className={classes.back}>{label}</Link> : <Link to="/feedback/surveys/$surveyId/ask" params={{ surveyId }} className={classes.back}>{label}</Link>}
        <h1 className={classes.title}>{title}</h1>
        {text && <p className={classes.text}>{text}</p>}
        {children}
      </div>
    </div>
  )
}
