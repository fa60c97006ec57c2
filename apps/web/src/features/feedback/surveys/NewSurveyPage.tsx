import { createSurvey } from '@kontuar/contracts'
import { Button, Select, TextInput } from '@mantine/core'
import { IconChevronLeft, IconCopy, IconFile } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useDurationWords } from '../build/measure/use-duration-words.ts'
import '../frame/feedback-styles.ts'
import { keepSurvey, surveyTemplatesQuery, surveysQuery } from './survey-queries.ts'
import { TemplatePreview } from './TemplatePreview.tsx'
import classes from './new-survey.module.css'

const here = getRouteApi('/workspace/feedback/new')

/** A survey begins as a ready-made one, as a copy, or empty. What is chosen stands in the address. */
export function NewSurveyPage() {
  const { t } = useTranslation('feedback')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const duration = useDurationWords()
  const { from } = here.useSearch()
  const templates = useQuery(surveyTemplatesQuery(currentLocale()))
  const surveys = useInfiniteQuery(surveysQuery('false')).data?.pages.flatMap(({ items }) => items) ?? []
  const [copyOf, setCopyOf] = useState<string | null>(null)
  const [named, setNamed] = useState<{ from: string; name: string } | null>(null)
  useTitle(t('new'))

  const template = templates.data?.items.find(({ key }) => key === from)
  const original = surveys.find(({ id }) => id === copyOf)
  const usual = template?.name ?? (from === 'copy' ? (original ? t('copyOf', { name: original.name }) : '') : from === 'empty' ? t('newName') : '')
  const name = named !== null && named.from === `${from} ${copyOf}` ? named.name : usual
  const definition = template?.definition ?? (from === 'copy' ? original?.draft : undefined)
  const ready = template !== undefined || from === 'empty' || (from === 'copy' && original !== undefined)
  const making = useMutation({
    mutationFn: () => api(createSurvey, { body: { ...(name.trim() !== '' && { name: name.trim().slice(0, 200) }), ...(template && { template: template.key }), ...(from === 'copy' && copyOf !== null && { copyOf }) } }),
    onSuccess: (made) => {
      keepSurvey(queries, made)
      void navigate({ to: '/feedback/surveys/$surveyId/build', params: { surveyId: made.id } })
    },
  })
  return (
    <div className={classes.page} data-chosen={ready || from === 'copy' || undefined}>
      <div className={classes.choices}>
        <Link to="/feedback" className={classes.back}><IconChevronLeft size={16} stroke={1.5} aria-hidden /> {t('title')}</Link>
        <Link to="/feedback/new" className={classes.sideBack}><IconChevronLeft size={16} stroke={1.5} aria-hidden /> {t('others')}</Link>
        <h1 className={classes.title}>{t('new')}</h1>
        <div className={classes.lists}>
          <p className={classes.text}>{t('newText')}</p>
          <h2 className={classes.group}>{t('readyMade')}</h2>
          {templates.isPending ? <RowSkeletons rows={8} height={64} /> : templates.isError ? <Problem error={templates.error} retry={() => void templates.refetch()} /> : (
            <div className={classes.cards}>
              {templates.data.items.map((each) => (
                <Card key={each.key} from={each.key} chosen={from} name={each.name} text={each.purpose} said={[duration(each.seconds), t('row.questions', { count: each.definition.questions.length }), ...(each.metric === null ? [] : [each.metric.toUpperCase()])].join(' · ')} />
              ))}
            </div>
          )}
          <h2 className={classes.group}>{t('ownWay')}</h2>
          <div className={classes.cards}>
            <Card from="empty" chosen={from} icon={<IconFile size={18} stroke={1.5} aria-hidden />} name={t('fromEmpty')} text={t('fromEmptyText')} />
            {surveys.length > 0 && <Card from="copy" chosen={from} icon={<IconCopy size={18} stroke={1.5} aria-hidden />} name={t('fromCopy')} text={t('fromCopyText')} />}
          </div>
        </div>
      </div>
      <div className={classes.side}>
        {from === undefined ? <p className={classes.hint}>{t('chooseOne')}</p> : (
          <>
            <form className={classes.form} onSubmit={(event) => { event.preventDefault(); if (ready && !making.isPending) making.mutate() }}>
              {from === 'copy' && <Select label={t('whichSurvey')} placeholder={t('chooseSurvey')} searchable data={surveys.map((each) => ({ value: each.id, label: each.name }))} value={copyOf} onChange={setCopyOf} />}
              <TextInput label={t('name')} description={t('nameHint')} maxLength={200} value={name} onChange={(event) => setNamed({ from: `${from} ${copyOf}`, name: event.currentTarget.value })} />
              {making.isError && <Problem error={making.error} />}
              <Button type="submit" aria-disabled={!ready || making.isPending} className={classes.use}>{t('use')}</Button>
            </form>
            {definition && <TemplatePreview key={`${from} ${copyOf}`} definition={definition} />}
          </>
        )}
      </div>
    </div>
  )
}

function Card({ from, chosen, name, text, said, icon }: { from: string; chosen: string | undefined; name: string; text: string; said?: string; icon?: ReactNode }) {
  return (
    <Link to="/feedback/new" search={{ from }} replace={chosen !== undefined} activeProps={{}} className={classes.card} aria-current={chosen === from ? 'true' : undefined} data-from={from}>
      <span className={classes.cardName}>{icon}{name}</span>
      <span className={classes.cardText}>{text}</span>
      {said && <span className={classes.cardSaid}>{said}</span>}
    </Link>
  )
}
