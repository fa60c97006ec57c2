// The metric over time: a line with the ribbon of its interval. SVG of our own: one line and one band need no library (the whole screen is
// smaller than its axis), and its points are links that the keyboard reaches. Issue 5 brings ECharts for what needs it.
import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { spanWords } from '../../answers/days.ts'
import { Chart } from '../Chart.tsx'
import { countText } from '../figure-words.ts'
import { useResultsPlace } from '../results-context.ts'
import { steps, type ResultsQuery, type Step } from '../results-search.ts'
import { RowsLink } from '../RowsLink.tsx'
import { trendOf } from '../use-results.ts'
import { useFigureWords } from '../use-figure-words.ts'
import { TrendLine } from './TrendLine.tsx'
import { widerStep, type Point } from './trend-shape.ts'
import classes from './trend.module.css'

export function Trend({ query, step, changeStep }: { query: ResultsQuery; step: Step | undefined; changeStep: (step: Step) => void }) {
  const { t } = useTranslation('results')
  const { survey } = useResultsPlace()
  const usual = useQuery(trendOf(survey.id, query, step))
  // Three answers a day make no figure of a day: unless a step was chosen, the next wider one is read where most points stay empty.
  const wider = step === undefined ? widerStep(usual.data) : undefined
  const asWeeks = useQuery({ ...trendOf(survey.id, query, wider), enabled: wider !== undefined })
  const trend = wider === undefined ? usual : asWeeks
  const points = trend.data?.points ?? []
  const shown = points.filter(({ figure }) => figure?.shown)
  const metric = shown[0]?.figure?.metric
  return (
    <Chart
      title={t('trend.title')}
      end={<SegmentedControl size="xs" aria-label={t('trend.step')} value={step ?? trend.data?.step ?? 'day'} onChange={(next) => changeStep(next as Step)} data={steps.map((each) => ({ value: each, label: t(`step.${each}`) }))} />}
      {...(shown.length > 0 && { table: <TrendTable points={points} /> })}
    >
      {trend.isPending ? <RowSkeletons rows={4} height={48} /> : trend.isError ? <Problem error={trend.error} retry={() => void trend.refetch()} /> : metric === undefined ? <p className={classes.note}>{survey.anonymous ? t('trend.anonymous') : t('trend.none')}</p> : <TrendLine points={points} metric={metric} step={trend.data.step} />}
    </Chart>
  )
}

function TrendTable({ points }: { points: readonly Point[] }) {
  const { t } = useTranslation('results')
  const words = useFigureWords()
  const locale = currentLocale()
  return (
    <table className={classes.table}>
      <thead><tr><th scope="col">{t('column.days')}</th><th scope="col" className={classes.number}>{t('column.n')}</th><th scope="col" className={classes.number}>{t('column.figure')}</th><th scope="col">{t('column.interval')}</th></tr></thead>
      <tbody>
        {points.toReversed().map(({ from, until, n, figure }) => (
          <tr key={from}>
            <th scope="row">{spanWords(from, until, locale)}</th>
            <td className={classes.number}>{n === 0 ? 0 : <RowsLink more={{ from, until }}>{countText(n, locale)}</RowsLink>}</td>
            <td className={classes.number}>{figure?.shown ? words.value(figure) : '–'}</td>
            <td>{figure?.shown && figure.interval ? words.range(figure.metric, figure.interval) : figure && figure.n > 0 ? words.tooFew(figure) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
