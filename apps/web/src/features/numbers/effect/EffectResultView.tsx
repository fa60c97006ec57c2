import { differenceRangeText, differenceText, figureText, percentText, wholeText, type Figure, type Metric } from '@kontuar/charts'
import type { EffectResult, MetricInfo } from '@kontuar/contracts'
import { IconArrowDownRight, IconArrowUpRight, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import classes from './effect.module.css'

/** The answer in one sentence, and the four figures it is made of. */
export function EffectResultView({ metric, result }: { metric: MetricInfo; result: EffectResult }) {
  const { t } = useTranslation('effect')
  const locale = currentLocale()
  const { effect, relative, interval, known, why, method, changed, others } = result
  // Of counts the effect is a share of what there was: "12% fewer".
  const said = (value: number) => (relative ? percentText(Math.round(value * 1000) / 1000, locale, { signed: true }) : differenceText(metric, value, locale))
  const range = interval && (relative ? `${said(interval.low)}\u00a0– ${said(interval.high)}` : differenceRangeText(metric, interval, locale))
  const tone = !known || effect === null || metric.direction === 'neither' ? undefined : (effect > 0) === (metric.direction === 'up') ? 'good' : 'bad'
  const Icon = !known || effect === null ? IconHelpCircle : effect > 0 ? IconArrowUpRight : IconArrowDownRight
  return (
    <section className={classes.answer} aria-label={t('answer')} data-tone={tone}>
      <p className={classes.verdict}><Icon size={22} stroke={1.75} aria-hidden /> {known && effect !== null ? t(tone === undefined ? 'known.plain' : `known.${tone}`, { metric: metric.label, effect: said(effect) }) : t('unknown')}</p>
      <p className={classes.why}>{known ? t('interval', { range: range ?? '' }) : t(`why.${why}`)}</p>
      {!known && range !== null && effect !== null && <p className={classes.why}>{t('seen', { effect: said(effect), range })}</p>}
      <table className={classes.table}>
        <thead><tr><th scope="col"><span className={classes.hidden}>{t('where')}</span></th><th scope="col">{t('before', { count: result.days })}</th><th scope="col">{t('after', { count: result.days })}</th><th scope="col">{t('difference')}</th></tr></thead>
        <tbody>
          <Side name={t('changed')} metric={metric} before={changed.before} after={changed.after} />
          {others && <Side name={t('others')} metric={metric} before={others.before} after={others.after} />}
        </tbody>
      </table>
      <p className={classes.soft}>{t(method === 'difference-in-differences' ? 'method.differences' : 'method.before')}</p>
    </section>
  )
}

function Side({ name, metric, before, after }: { name: string; metric: Metric; before: Figure; after: Figure }) {
  const { t } = useTranslation('effect')
  const locale = currentLocale()
  const cell = (figure: Figure) => <td>{figureText(metric, figure, locale)} {metric.unit !== 'count' && figure.shown && <span className={classes.n}>{t('of', { n: wholeText(figure.n, locale) })}</span>}</td>
  const both = before.shown && after.shown && before.value !== null && after.value !== null
  return <tr><th scope="row">{name}</th>{cell(before)}{cell(after)}<td>{both ? differenceText(metric, after.value! - before.value!, locale) : '–'}</td></tr>
}
