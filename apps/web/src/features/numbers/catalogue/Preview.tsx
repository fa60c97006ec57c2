import { addDays, previewOwnMetric, type MeasureInfo } from '@kontuar/contracts'
import { marginText, rangeText, sparkline, tooFewText, valueText, wholeText } from '@kontuar/charts'
import { Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useToday } from '../data/use-today.ts'
import numbers from '../tiles/number.module.css'
import { definitionOf, type OwnValues } from './own-values.ts'
import classes from './catalogue.module.css'

const box = { width: 300, height: 60, margin: 4 }

/** What the metric says as it is composed now, over the last thirty days. */
export function Preview({ values, known }: { values: OwnValues | null; known: ReadonlyMap<string, MeasureInfo> }) {
  const { t } = useTranslation('numbers')
  const locale = currentLocale()
  const today = useToday()
  const definition = values && definitionOf(values, known)
  const [asked] = useDebouncedValue(definition && JSON.stringify(definition), 400)
  const preview = useQuery({
    queryKey: queryKeys.insight.figures({ preview: asked }), placeholderData: keepPreviousData, enabled: typeof asked === 'string',
    queryFn: ({ signal }) => api(previewOwnMetric, { body: { definition: JSON.parse(asked!) as NonNullable<typeof definition>, from: addDays(today, -29), to: addDays(today, 1), step: 'day' }, signal }),
  })
  const unit = definition?.unit ?? 'count'
  const measured = { name: '', unit, shownFrom: Number(values?.shownFrom ?? 1) }
  const figure = preview.data?.figure
  const spark = preview.data?.points ? sparkline(preview.data.points, box, preview.data.at) : null
  return (
    <aside className={classes.preview} aria-live="polite" aria-label={t('own.preview')}>
      <h2>{t('own.preview')}</h2>
      <p className={classes.soft}>{t('own.previewText')}</p>
      {values === null ? <p className={classes.soft}>{t('own.previewNothing')}</p> : preview.isError ? <Problem error={preview.error} text={preview.error instanceof ApiProblem ? preview.error.detail : undefined} /> : !figure ? <Skeleton height={80} radius="md" /> : (
        <div data-old={preview.isPlaceholderData || undefined} className={classes.previewBody}>
          <p className={numbers.value}>{figure.value === null ? '–' : valueText(measured, figure.value, locale)}</p>
          <p className={classes.soft}>{[unit !== 'count' && figure.interval ? `${marginText(measured, figure.interval, locale)} (${rangeText(measured, figure.interval, locale)})` : null, `n = ${wholeText(figure.n, locale)}`].filter((each) => each !== null).join(' · ')}</p>
          {!figure.shown && figure.value !== null && <p className={classes.soft}>{t('own.hidden', { why: tooFewText(measured, figure.n, locale) })}</p>}
          {spark && spark.lines.length > 0 && <svg className={classes.previewLine} viewBox={`0 0 ${box.width} ${box.height}`} preserveAspectRatio="none" aria-hidden>{spark.lines.map((path) => <path key={path} className={numbers.sparkLine} d={path} vectorEffect="non-scaling-stroke" />)}</svg>}
        </div>
      )}
    </aside>
  )
}
