import type { SurveyResults } from '@kontuar/contracts'
import { responseRate } from '@kontuar/statistics'
import type { Static } from 'typebox'
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { boundsOf, countText, meanText, percent } from '../figure-words.ts'
import { IntervalBand } from '../IntervalBand.tsx'
import { RowsLink } from '../RowsLink.tsx'
import { Trap } from '../Trap.tsx'
import { useFigureWords } from '../use-figure-words.ts'
import classes from './tiles.module.css'

export type Results = Static<typeof SurveyResults>

/** The numbers one looks at first. */
export function Tiles({ results }: { results: Results }) {
  const { t } = useTranslation('results')
  const locale = currentLocale()
  return (
    <div className={classes.tiles}>
      {results.figure && <FigureTile results={results} figure={results.figure} />}
      <div className={classes.tile}>
        <h2 className={classes.name}>{t('tile.answers')}</h2>
        <RowsLink className={classes.value} label={t('rows.all', { count: results.n })}>{countText(results.n, locale)}</RowsLink>
        <p className={classes.more}>{results.partial === 0 ? t('tile.allFinished') : results.hidden ? t('tile.partial', { count: results.partial }) : <RowsLink more={{ state: 'partial' }}>{t('tile.partial', { count: results.partial })}</RowsLink>}</p>
      </div>
      <RateTile roads={results.roads} />
    </div>
  )
}

function FigureTile({ results: { before }, figure }: { results: Results; figure: NonNullable<Results['figure']> }) {
  const { t } = useTranslation('results')
  const words = useFigureWords()
  const name = t(`metric.${figure.metric}`)
  const value = words.value(figure)
  return (
    <div className={classes.tile} data-wide>
      <h2 className={classes.name}>{name} <Trap about={name}><p>{t(`meaning.${figure.metric}`)}</p><p>{t(`trap.${figure.metric}`)}</p><p>{t(`method.${figure.method}`)}</p></Trap></h2>
      {!figure.shown || value === null || figure.interval === null ? <p className={classes.few}>{words.tooFew(figure)}</p> : (
        <>
          <div className={classes.figure}>
            <RowsLink className={classes.value} label={t('rows.all', { count: figure.n })}>{value}</RowsLink>
            <span className={classes.margin} title={t('intervalWords', { range: words.range(figure.metric, figure.interval) })}>{words.margin(figure)}</span>
            <span className={classes.n}>{t('n', { count: figure.n })}</span>
          </div>
          <IntervalBand value={figure.value!} interval={figure.interval} bounds={boundsOf(figure.metric)} label={t('intervalWords', { range: words.range(figure.metric, figure.interval) })} />
          <p className={classes.more}>
            {t('between', { range: words.range(figure.metric, figure.interval) })}
            {figure.metric === 'ces' && figure.mean !== null && ` · ${t('mean', { value: meanText(figure.mean, currentLocale()) })}`}
          </p>
        </>
      )}
      {before && <Change before={before} metric={figure.metric} />}
    </div>
  )
}

/** An arrow only where the change is real; otherwise the words say that it may be chance. */
function Change({ before: { change, interval, real }, metric }: { before: NonNullable<Results['before']>; metric: NonNullable<Results['figure']>['metric'] }) {
  const { t } = useTranslation('results')
  const words = useFigureWords()
  const Arrow = change > 0 ? IconArrowUpRight : IconArrowDownRight
  const range = words.differenceRange(metric, interval)
  return (
    <p className={classes.change} data-real={real ? (change > 0 ? 'up' : 'down') : undefined} title={t('change.interval', { range })}>
      {real && <Arrow size={15} stroke={2} aria-hidden />}
      {real ? t(change > 0 ? 'change.up' : 'change.down', { change: words.difference(metric, change) }) : t('change.unsure', { change: words.difference(metric, change), range })}
    </p>
  )
}

/** Answers of delivered invitations, over all roads that invite. */
function RateTile({ roads }: { roads: Results['roads'] }) {
  const { t } = useTranslation('results')
  const words = useFigureWords()
  const locale = currentLocale()
  const inviting = roads.filter(({ rate }) => rate !== null)
  const [answered, delivered] = [inviting.reduce((sum, { started, delivered: of }) => sum + Math.min(started, of), 0), inviting.reduce((sum, road) => sum + road.delivered, 0)]
  const rate = responseRate(answered, delivered)
  const unconfirmed = roads.reduce((sum, road) => sum + road.unconfirmed, 0)
  return (
    <div className={classes.tile}>
      <h2 className={classes.name}>{t('tile.rate')} <Trap about={t('tile.rate')}><p>{t('meaning.rate')}</p><p>{t('trap.rate')}</p></Trap></h2>
      {rate === null ? <p className={classes.few}>{t('tile.noRate')}</p> : (
        <>
          <div className={classes.figure}>
            <span className={classes.value}>{percent(rate.share, locale)}</span>
            <span className={classes.n}>{t('tile.ofDelivered', { answered: countText(answered, locale), delivered: countText(delivered, locale) })}</span>
          </div>
          <IntervalBand value={rate.share} interval={rate} bounds={{ low: 0, high: 1 }} label={t('intervalWords', { range: words.shareRange(rate) })} />
        </>
      )}
      {unconfirmed > 0 && <p className={classes.more}>{t('tile.unconfirmed', { count: unconfirmed })} <Trap about={t('unconfirmed')}><p>{t('meaning.unconfirmed')}</p></Trap></p>}
    </div>
  )
}
