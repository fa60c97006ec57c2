import type { MetricFigure } from '@kontuar/contracts'
import { percentText } from '@kontuar/charts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import type { RecoverySearch } from '../recovery-search.ts'
import classes from './review.module.css'

/** "4 of 6 · 67%": both numbers open their rows; the share only where there are enough to speak of one. */
export function PartOf({ figure, rows, part, whole }: { figure: MetricFigure; rows: RecoverySearch; part: 'recovered' | 'came-back'; whole: 'answered' | 'solved' }) {
  const { t } = useTranslation('recovery')
  const some = figure.parts['numerator'] ?? 0
  return (
    <>
      {some > 0 ? <Link className={classes.big} to="/recoveries" search={{ ...rows, of: part }}>{some}</Link> : <span className={classes.big}>0</span>}
      <span>{t('review.of')}</span>
      <Link to="/recoveries" search={{ ...rows, of: whole }}>{figure.n}</Link>
      {figure.shown && figure.value !== null && figure.interval !== null && <span className={classes.soft} title={t('review.interval', { low: percentText(figure.interval.low, currentLocale()), high: percentText(figure.interval.high, currentLocale()) })}>{percentText(figure.value, currentLocale())}</span>}
    </>
  )
}
