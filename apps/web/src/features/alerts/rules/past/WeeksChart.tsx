import { stretchText, weeksOption, wholeText, type Frame, type Week } from '@kontuar/charts'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { Chart } from '../../../numbers/charts/index.ts'
import type { Result } from './result.ts'
import classes from './past.module.css'

/** Nothing lies behind a column: the alarms stand below, one by one. */
const nothing = () => {}

/** Alarms week by week, as columns and as a table. */
export function WeeksChart({ result }: { result: Pick<Result, 'weeks' | 'to'> }) {
  const { t } = useTranslation('rules')
  const { timeZone } = useMe().organization
  const locale = currentLocale()
  const weeks = useMemo(() => result.weeks.map(({ from, alarms }, i): Week => ({ from, to: result.weeks[i + 1]?.from ?? result.to, n: alarms })), [result])
  const said = useCallback((count: number) => t('result.count', { count }), [t])
  const draw = useMemo(() => (frame: Frame) => weeksOption({ weeks, said, frame }), [weeks, said])
  return (
    <figure className={classes.figure}>
      <figcaption>{t('result.weeks')}</figcaption>
      <div className={classes.chart}><Chart draw={draw} label={t('result.weeks')} open={nothing} /></div>
      <details className={classes.details}>
        <summary>{t('result.asTable')}</summary>
        <table className={classes.table}>
          <thead><tr><th scope="col">{t('result.week')}</th><th scope="col" data-number>{t('result.alarmsHead')}</th></tr></thead>
          <tbody>{weeks.map(({ from, to, n }) => <tr key={from}><th scope="row">{stretchText(from, to, 'week', { locale, timeZone })}</th><td data-number>{wholeText(n, locale)}</td></tr>)}</tbody>
        </table>
      </details>
    </figure>
  )
}
