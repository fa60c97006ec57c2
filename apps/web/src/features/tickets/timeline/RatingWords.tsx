import type { Rating } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import { roadOf, scoreOf } from './rating-words.ts'
import classes from './rating.module.css'

/** The score with a word for how good it is, the survey, and the road of its asking, in one line. */
export function RatingWords({ rating }: { rating: Rating }) {
  const { t } = useTranslation('tickets')
  const score = rating.hidden ? null : scoreOf(rating, currentLocale())
  const road = roadOf(rating)
  const facts = [rating.hidden ? null : rating.metric?.toUpperCase(), rating.surveyName, road && t(`rating.road.${road}`), rating.complete ? null : t('rating.unfinished')].filter((fact) => Boolean(fact))
  return (
    <span className={classes.words}>
      {score !== null && <b className={classes.score}>{score}</b>}
      {!rating.hidden && rating.tone !== null && <span className={classes.tone} data-tone={rating.tone}>{t(`rating.tone.${rating.tone}`)}</span>}
      <span className={classes.facts}>{facts.join(' · ')}</span>
    </span>
  )
}
