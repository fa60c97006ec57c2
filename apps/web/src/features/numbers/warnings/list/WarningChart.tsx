import { lineOption, type Frame, type Hit } from '@kontuar/charts'
import type { MetricResult, Warning } from '@kontuar/contracts'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { Chart } from '../../charts/LazyChart.tsx'
import { useOpenRows } from '../../RowsLink.tsx'
import { seriesQuery } from '../data/series-query.ts'
import { useWarningWords } from '../words/use-warning-words.ts'
import classes from './card.module.css'

/** The metric over time with where it usually lies, and when this began. A point opens its rows. */
export function WarningChart({ warning, result, title }: { warning: Warning; result: MetricResult; title: string }) {
  const { t } = useTranslation('warnings')
  const { timeZone } = useMe().organization
  const metric = useWarningWords().metricOf(warning)
  const openRows = useOpenRows()
  const step = seriesQuery(warning, timeZone)?.step ?? 'day'
  const began = t('chart.began')
  const draw = useMemo(() => (metric ? (frame: Frame) => lineOption({ reads: [{ metric, result }], step, marks: [{ at: warning.beganAt, name: began }], frame }) : null), [metric, result, step, warning.beganAt, began])
  const open = useCallback((hit: Hit) => { if (hit.rows) openRows({ ...hit.rows, name: `${title}: ${hit.rows.name}` }) }, [openRows, title])
  if (!metric || !draw || !result.points?.some(({ figure }) => figure.shown && figure.value !== null)) return null
  const banded = result.points.some(({ band }) => band !== null)
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>{metric.label}{banded && <span className={classes.band}><span className={classes.swatch} aria-hidden /> {t('chart.band')}</span>}</figcaption>
      <div className={classes.chart}><Chart draw={draw} label={t('chart.label', { title: metric.label })} open={open} /></div>
    </figure>
  )
}
