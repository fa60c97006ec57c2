import type { ReadingSettings } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './readings.module.css'

/** Under so many sorted tickets no topic is suggested (packages/sentiment: topicLimits). */
const fewest = 30

export function Learned({ learned: { corrections, topicExamples, at } }: { learned: ReadingSettings['learned'] }) {
  const { t } = useTranslation('readings')
  return (
    <>
      <dl className={classes.counts}>
        <div><dt>{t('count.corrections')}</dt><dd>{corrections}</dd></div>
        <div><dt>{t('count.examples')}</dt><dd>{topicExamples}</dd></div>
        <div><dt>{t('count.at')}</dt><dd>{at === null ? t('never') : <RelativeTime at={at} />}</dd></div>
      </dl>
      {topicExamples < fewest && <p className={classes.soft}>{t('tooFew', { count: fewest })}</p>}
    </>
  )
}
