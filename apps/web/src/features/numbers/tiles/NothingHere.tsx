import type { Read } from '@kontuar/charts'
import type { MetricInfo } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMetrics } from '../data/queries.ts'
import classes from './tile.module.css'

/** What a family needs before it can say anything; of the others another period may have something. */
const needs = ['calls', 'feedback', 'channels', 'sentiment', 'own'] as const
type Needing = (typeof needs)[number]
const isNeeding = (family: MetricInfo['family'] | undefined): family is Needing => needs.some((each) => each === family)

/** Says what is missing, and where it would come from. */
export function NothingHere({ reads }: { reads: readonly Read[] }) {
  const { t } = useTranslation('tiles')
  const family = useMetrics().get(reads[0]?.metric.name ?? '')?.family
  return (
    <div className={classes.nothing}>
      <p>{t('nothing.title')}</p>
      <p className={classes.nothingWhy}>{t(isNeeding(family) ? `nothing.${family}` : 'nothing.service')} {family === 'feedback' && <Link to="/feedback">{t('nothing.toFeedback')}</Link>}</p>
    </div>
  )
}
