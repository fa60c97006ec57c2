import { useTranslation } from 'react-i18next'
import classes from './bar.module.css'

/** Late, soon and the rest as one bar, as long as its share of the longest one. */
export function Bar({ tickets, overdue, dueSoon, most }: { tickets: number; overdue: number; dueSoon: number; most: number }) {
  const { t } = useTranslation('board')
  const rest = Math.max(0, tickets - overdue - dueSoon)
  const said = t('bar', { overdue, soon: dueSoon, rest })
  const width = (part: number) => `${most > 0 ? (part / most) * 100 : 0}%`
  return (
    <span className={classes.bar} role="img" aria-label={said} title={said}>
      <span className={classes.late} style={{ width: width(overdue) }} />
      <span className={classes.soon} style={{ width: width(dueSoon) }} />
      <span className={classes.rest} style={{ width: width(rest) }} />
    </span>
  )
}
