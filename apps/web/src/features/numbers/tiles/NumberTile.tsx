import { differenceRangeText, marginText, rangeText, readChange, sparkline, tooFewText, valueText, wholeText, type Read } from '@kontuar/charts'
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import type { Comparison } from '../search/numbers-search.ts'
import { RowsLink } from '../RowsLink.tsx'
import { NothingHere } from './NothingHere.tsx'
import classes from './number.module.css'

/** A value, how sure it is, whether it really changed, and how it went. */
export function NumberTile({ read, compare, title }: { read: Read; compare: Comparison; title: string }) {
  const { t } = useTranslation('tiles')
  const locale = currentLocale()
  const { metric, result } = read
  const { figure } = result
  const counts = metric.unit === 'count'
  if (figure.value === null) return <NothingHere reads={[read]} />
  if (!figure.shown) return <p className={classes.few}>{tooFewText(metric, figure.n, locale)}</p>
  const rows = { metric: metric.name, rules: [], name: title }
  const range = figure.interval && rangeText(metric, figure.interval, locale)
  const open = figure.parts['open']
  return (
    <div className={classes.number}>
      <div className={classes.figure}>
        {figure.n === 0 && figure.value === 0 ? <span className={classes.value}>{valueText(metric, 0, locale)}</span> : <RowsLink wish={rows} className={classes.value} label={range ? `${t('rows.all', { count: figure.n })} ${t('interval', { range })}` : t('rows.all', { count: figure.n })}>{valueText(metric, figure.value, locale)}</RowsLink>}
        {!counts && figure.interval && <span className={classes.margin} title={t('interval', { range })}>{marginText(metric, figure.interval, locale)}</span>}
        {!counts && <span className={classes.n} title={t('nWords')}>{t('of', { n: wholeText(figure.n, locale) })}</span>}
      </div>
      {open !== undefined && open > 0 && <p className={classes.open}>{t('open', { count: open })}</p>}
      {compare !== 'none' && <Change read={read} compare={compare} />}
      <Spark read={read} />
    </div>
  )
}

/** An arrow only where the change is real; coloured by what is good, and never by colour alone. */
function Change({ read, compare }: { read: Read; compare: Exclude<Comparison, 'none'> }) {
  const { t } = useTranslation('tiles')
  const locale = currentLocale()
  const said = readChange(read, locale)
  if (said.kind === 'none') return <p className={classes.change}>{t(`change.none.${compare}`)}</p>
  if (said.kind === 'few') return <p className={classes.change}>{t('change.few', { n: said.n })}</p>
  const { metric } = read
  const { before, interval, difference, real, days } = said
  const tone = said.tone === 'plain' ? undefined : said.tone
  const Arrow = difference > 0 ? IconArrowUpRight : IconArrowDownRight
  const title = `${t(`change.was.${compare}`, { value: before.value === null ? '–' : valueText(metric, before.value, locale) })}${interval ? ` ${t('change.interval', { range: differenceRangeText(metric, interval, locale) })}` : ''}`
  const against = compare === 'year' ? t('change.year') : days <= 1 ? t('change.dayBefore') : t('change.before', { count: days })
  return (
    <p className={classes.change} data-tone={tone} data-real={real || undefined} title={title}>
      {real && <Arrow size={16} stroke={2} aria-hidden />}
      <span><span className={classes.difference}>{said.words ?? t('change.same')}</span> <span className={classes.against}>{against}{said.unsure && `, ${t(said.running ? 'change.running' : 'change.unsure')}`}</span></span>
      {tone && <span className={classes.hidden}>{t(`change.${tone}`)}</span>}
    </p>
  )
}

const box = { width: 260, height: 40, margin: 3 }
function Spark({ read: { metric, result } }: { read: Read }) {
  const { t } = useTranslation('tiles')
  const points = result.points ?? []
  if (points.length < 2) return null
  const { lines, bands, end } = sparkline(points, box, result.at)
  if (lines.length === 0) return null
  return (
    <svg className={classes.spark} viewBox={`0 0 ${box.width} ${box.height}`} preserveAspectRatio="none" role="img" aria-label={t('spark', { name: metric.label })}>
      {bands.map((path) => <path key={path} className={classes.sparkBand} d={path} />)}
      {lines.map((path) => <path key={path} className={classes.sparkLine} d={path} vectorEffect="non-scaling-stroke" />)}
      {end && <path className={end.open ? classes.sparkOpen : classes.sparkEnd} d={`M${end.x} ${end.y}h0.01`} vectorEffect="non-scaling-stroke" />}
    </svg>
  )
}
