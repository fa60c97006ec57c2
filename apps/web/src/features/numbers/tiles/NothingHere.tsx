import type { Read } from '@kontuar/charts'
import type { MetricInfo } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMetrics } from '../data/queries.ts'
import classes from './tile.module.css'

/** Says what is missing, and where it would come from. */
export function NothingHere({ reads }: { reads: readonly Read[] }) {
  const { t } = useTranslation('tiles')
  const family: MetricInfo['family'] = useMetrics().get(reads[0]?.metric.name ?? '')?.family ?? 'service'
  return (
    <div className={classes.nothing}>
      <p>{t('nothing.title')}</p>
      <p className={classes.nothingWhy}>{t(`nothing.${family}`)} {family === 'feedback' && <Link to="/feedback">{t('nothing.toFeedback')}</Link>}</p>
    </div>
  )
}
