import { Button } from '@mantine/core'
import { IconPlus, IconRoute } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { useTicketFields } from '../../../../ui/conditions/use-ticket-fields.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { useTitle } from '../../../../ui/use-title.ts'
import { surveyQuery } from '../../surveys/survey-queries.ts'
import { touchpointsQuery } from '../touchpoint-queries.ts'
import { PutAway } from './PutAway.tsx'
import { TouchpointRow } from './TouchpointRow.tsx'
import classes from './touchpoints.module.css'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId')

/** When this survey asks. */
export function SurveyAskPage() {
  const { t } = useTranslation('asking')
  const { surveyId } = here.useParams()
  const survey = useQuery(surveyQuery(surveyId)).data
  const touchpoints = useQuery(touchpointsQuery)
  const fields = useTicketFields()
  const mayManage = useCan('feedback.manage')
  useTitle(survey ? t('titleOf', { name: survey.name }) : t('title'))
  const inUse = touchpoints.data?.items.filter(({ retired }) => !retired) ?? []
  const own = inUse.filter((each) => each.surveyId === surveyId)
  const add = <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} renderRoot={(props) => <Link to="/feedback/touchpoints/new" search={{ survey: surveyId }} {...props} />}>{t('add')}</Button>
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h2>{t('title')}</h2>
          <p>{t('textOf')}</p>
        </div>
        {mayManage && own.length > 0 && add}
      </header>
      {survey && survey.state !== 'active' && (
        <p className={classes.notice} role="note">
          {t(`survey.${survey.state}`)} {survey.state === 'draft' ? <Link to="/feedback/surveys/$surveyId/build" params={{ surveyId }}>{t('survey.toBuild')}</Link> : <Link to="/feedback/surveys/$surveyId/settings" params={{ surveyId }}>{t('survey.toSettings')}</Link>}
        </p>
      )}
      {touchpoints.isPending ? <RowSkeletons rows={3} height={108} /> : touchpoints.isError ? <Problem error={touchpoints.error} retry={() => void touchpoints.refetch()} /> : own.length === 0 ? (
        <EmptyState icon={<IconRoute size={22} stroke={1.5} />} title={t('emptyOf')} text={t('emptyText')} action={mayManage && add} />
      ) : (
        <ul className={classes.list}>
          {own.map((each) => <li key={each.id}><TouchpointRow touchpoint={each} fields={fields} place={{ at: inUse.indexOf(each) + 1, of: inUse.length }} /></li>)}
        </ul>
      )}
      <PutAway touchpoints={touchpoints.data?.items.filter((each) => each.retired && each.surveyId === surveyId) ?? []} fields={fields} />
      <p className={classes.foot}>
        <Link to="/feedback/invitations" search={{ survey: surveyId }}>{t('toInvitations')}</Link>
        {inUse.length > 1 && <Link to="/feedback/touchpoints">{t('toOrder')}</Link>}
      </p>
    </div>
  )
}
