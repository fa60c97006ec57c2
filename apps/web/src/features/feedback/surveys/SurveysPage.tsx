import type { Survey } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconMoodSmile, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { SurveyRow } from './SurveyRow.tsx'
import { surveysQuery } from './survey-queries.ts'
import classes from './surveys.module.css'

/** Every survey of the organization: what asks now and what came of it. */
export function SurveysPage() {
  const { t } = useTranslation('feedback')
  const mayManage = useCan('feedback.manage')
  const [withRetired, setWithRetired] = useState(false)
  const surveys = useInfiniteQuery(surveysQuery('false'))
  const retired = useInfiniteQuery({ ...surveysQuery('true'), enabled: withRetired })
  useTitle(t('title'))
  const all = surveys.data?.pages.flatMap(({ items }) => items) ?? []
  const add = <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} renderRoot={(props) => <Link to="/feedback/new" {...props} />}>{t('new')}</Button>

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{t('title')}</h1>
          <p>{t('text')}</p>
        </div>
        {mayManage && all.length > 0 && add}
      </header>
      {surveys.isPending ? <RowSkeletons rows={6} height={60} /> : surveys.isError ? <Problem error={surveys.error} retry={() => void surveys.refetch()} /> : all.length === 0 ? (
        <EmptyState icon={<IconMoodSmile size={22} stroke={1.5} />} title={t('empty')} text={mayManage ? t('emptyText') : t('emptyReader')} action={mayManage && add} />
      ) : (
        <SurveyTable surveys={all} mayManage={mayManage} />
      )}
      {surveys.hasNextPage && <Button variant="default" className={classes.more} onClick={() => void surveys.fetchNextPage()}>{t('showMore')}</Button>}
      {surveys.isSuccess && (
        <details className={classes.retired} onToggle={({ currentTarget }) => setWithRetired(currentTarget.open)}>
          <summary>{t('retired')}</summary>
          {retired.isError ? <Problem error={retired.error} retry={() => void retired.refetch()} /> : retired.isPending ? withRetired && <RowSkeletons rows={2} height={60} /> : retired.data.pages[0]!.items.length === 0 ? <p className={classes.none}>{t('retiredNone')}</p> : <SurveyTable surveys={retired.data.pages.flatMap(({ items }) => items)} mayManage={mayManage} />}
          {retired.hasNextPage && <Button variant="default" className={classes.more} onClick={() => void retired.fetchNextPage()}>{t('showMore')}</Button>}
        </details>
      )}
    </div>
  )
}

function SurveyTable({ surveys, mayManage }: { surveys: readonly Survey[]; mayManage: boolean }) {
  const { t } = useTranslation('feedback')
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('column.metric')}</th>
          <th scope="col" className={classes.number}>{t('column.answers')}</th>
          <th scope="col" className={classes.time}>{t('column.lastAnswer')}</th>
          {mayManage && <th scope="col"><span className={classes.hidden}>{t('column.acts')}</span></th>}
        </tr>
      </thead>
      <tbody>{surveys.map((survey) => <SurveyRow key={survey.id} survey={survey} mayManage={mayManage} />)}</tbody>
    </table>
  )
}
