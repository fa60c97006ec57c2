// Results of a survey: what it measures, how sure that is, what it is made of, and where each number's rows are.
import { Button, VisuallyHidden } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { answerQuery, dimensionNames, present } from '../answers/answer-search.ts'
import { dayWords, spanWords } from '../answers/days.ts'
import { ExportLink } from '../answers/filter/ExportLink.tsx'
import { FilterChips } from '../answers/filter/FilterChips.tsx'
import { FilterMenu } from '../answers/filter/FilterMenu.tsx'
import { PeriodField } from '../answers/filter/PeriodField.tsx'
import { useToday } from '../answers/use-today.ts'
import { surveyQuery } from '../surveys/survey-queries.ts'
import { BreakdownTable } from './breakdown/BreakdownTable.tsx'
import { Invitations } from './funnel/Invitations.tsx'
import { Questions } from './questions/Questions.tsx'
import { ResultsContext } from './results-context.ts'
import { resultsQuery, rowsBehind, usualPeriod, type ResultsSearch } from './results-search.ts'
import { ResultsSkeleton } from './ResultsSkeleton.tsx'
import { Solved } from './solved/Solved.tsx'
import { Tiles, type Results } from './tiles/Tiles.tsx'
import { Trend } from './trend/Trend.tsx'
import { resultsOf, useLiveResults } from './use-results.ts'
import classes from './results.module.css'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId/results')

export function ResultsPage() {
  const { surveyId } = here.useParams()
  return <SurveyResults key={surveyId} surveyId={surveyId} />
}

function SurveyResults({ surveyId }: { surveyId: string }) {
  const { t } = useTranslation('results')
  const navigate = useNavigate()
  const search = here.useSearch()
  const today = useToday()
  const { data: survey } = useSuspenseQuery(surveyQuery(surveyId))
  const query = resultsQuery(search, today)
  const results = useQuery(resultsOf(surveyId, query))
  useLiveResults(surveyId)
  useTitle(t('titleOf', { name: survey.name }))
  const place = useMemo(() => ({ survey, behind: (more = {}) => rowsBehind(search, more) }), [survey, search])

  const replace = (next: { [K in keyof ResultsSearch]?: ResultsSearch[K] | undefined }) => void navigate({ to: '.', search: present<ResultsSearch>(next as ResultsSearch), replace: true, resetScroll: false })
  const change = (part: { [K in keyof ResultsSearch]?: ResultsSearch[K] | undefined }) => replace({ ...search, ...part })
  const { by = 'location', order = '-n', step } = search
  return (
    <ResultsContext value={place}>
      <div className={classes.page}>
        <VisuallyHidden component="h2">{t('title')}</VisuallyHidden>
        <div className={classes.bar}>
          <PeriodField value={search} usual={usualPeriod} today={today} change={({ period, from, until }) => change({ period, from, until })} />
          <div className={classes.barEnd}>
            <FilterMenu fields={dimensionNames} search={{ ...search, survey: surveyId }} change={(part) => change(part as Partial<ResultsSearch>)} clear={() => change(Object.fromEntries(dimensionNames.map((name) => [name, undefined])))} />
            <ExportLink query={{ ...answerQuery(rowsBehind(search), today), surveyId }} today={today} />
          </div>
          <FilterChips search={{ ...search, survey: surveyId }} without={['survey']} drop={(name) => change({ [name]: undefined })} />
        </div>
        {results.isPending ? <ResultsSkeleton /> : results.isError ? <Problem error={results.error} retry={() => void results.refetch()} /> : isEmpty(results.data) ? <NoAnswers whole={search.period === 'all'} ever={survey.answers > 0} showAll={() => replace({ period: 'all' })} surveyId={surveyId} /> : (
          <div className={classes.parts} data-old={results.isPlaceholderData || undefined}>
            {survey.anonymous && <Anonymous results={results.data} narrowed={dimensionNames.some((name) => search[name] !== undefined)} />}
            <Tiles results={results.data} />
            {results.data.figure && <Trend query={query} step={step} changeStep={(next) => change({ step: next })} />}
            <Questions questions={results.data.questions} />
            <BreakdownTable query={query} by={by} order={order} change={(part) => change({ by: part.by === 'location' ? undefined : part.by, order: part.order === '-n' ? undefined : part.order })} />
            <Solved query={query} />
            <Invitations results={results.data} />
            <p className={classes.at}>{t('at')} <RelativeTime at={results.data.at} /></p>
          </div>
        )}
      </div>
    </ResultsContext>
  )
}

const isEmpty = ({ n, funnel, suppressions, hidden }: Results) => n === 0 && !hidden && funnel.every((step) => step.n === 0) && Object.keys(suppressions).length === 0

/** What an anonymous survey counts is not always what was asked for; it says which days these are. */
function Anonymous({ results: { from, until, hidden }, narrowed }: { results: Results; narrowed: boolean }) {
  const { t } = useTranslation('results')
  const locale = currentLocale()
  const days = from !== null && until !== null ? spanWords(from, until, locale) : from !== null ? t('anonymous.since', { day: dayWords(from, locale) }) : t('anonymous.allDays')
  return <p className={classes.anonymous}>{hidden ? t('anonymous.hidden') : narrowed ? t('anonymous.narrowed') : t('anonymous.days', { days })}</p>
}

function NoAnswers({ whole, ever, showAll, surveyId }: { whole: boolean; ever: boolean; showAll: () => void; surveyId: string }) {
  const { t } = useTranslation('results')
  const icon = <IconChartBar size={22} stroke={1.5} />
  if (ever && !whole) return <EmptyState icon={icon} title={t('empty.period')} text={t('empty.periodText')} action={<Button variant="default" onClick={showAll}>{t('empty.showAll')}</Button>} />
  return <EmptyState icon={icon} title={t('empty.none')} text={t('empty.noneText')} action={<Button variant="default" renderRoot={(props) => <Link to="/feedback/surveys/$surveyId/build" params={{ surveyId }} {...props} />}>{t('empty.build')}</Button>} />
}
