import type { MetricInfo } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useMeasures } from '../data/queries.ts'
import { useDimensionWords } from '../tiles/use-tile-words.ts'
import { formulaOf } from './formula-words.ts'
import classes from './catalogue.module.css'

/** The definition, its interval, its trap: everything one must know to trust a number. */
export function HowCounted({ metric }: { metric: MetricInfo }) {
  const { t } = useTranslation('numbers')
  const measures = useMeasures()
  const { nameOf } = useDimensionWords()
  const formula = formulaOf(metric.form, {
    label: (name) => measures.find((each) => each.name === name)?.label ?? name, quoted: (name) => t('formula.quoted', { name }), and: t('formula.and'), count: (of) => t('formula.count', { of }), sum: (of) => t('formula.sum', { of }), mean: (of) => t('formula.mean', { of }), median: (of) => t('formula.median', { of }),
    percentile: (p, of) => t('formula.percentile', { p, of }), not: (of) => t('formula.not', { of }), all: (of) => t('formula.all', { of }), nps: t('formula.nps'), level: t('formula.level'),
  })
  return (
    <section className={classes.how} aria-labelledby="how">
      <h2 id="how">{t('how.title')}</h2>
      <dl>
        <dt>{t('how.formula')}</dt><dd>{formula}</dd>
        {metric.note && <><dt>{t('how.note')}</dt><dd>{metric.note}</dd></>}
        <dt>{t('how.trap')}</dt><dd>{metric.trap}</dd>
        <dt>{t('how.interval')}</dt><dd>{t(`interval.${metric.interval}`)}</dd>
        <dt>{t('how.shown')}</dt><dd>{metric.shownFrom > 1 ? t('how.shownFrom', { count: metric.shownFrom }) : t('how.shownAlways')}</dd>
        <dt>{t('how.direction')}</dt><dd>{t(`direction.${metric.direction}`)}</dd>
        <dt>{t('how.cut')}</dt><dd>{metric.dimensions.map((name) => nameOf(name).toLocaleLowerCase()).join(', ')}</dd>
        <dt>{t('how.name')}</dt><dd><code>{metric.name}</code></dd>
      </dl>
    </section>
  )
}
