import type { Sentiment } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import classes from './sentiment-mark.module.css'

const shapes: Record<Sentiment, string> = { negative: 'M1.5 3.5h11L7 12z', neutral: 'M2 5.5h10v3H2z', positive: 'M1.5 10.5h11L7 2z' }

/** A shape and the word, the same as of scores. `uncertain`: with a question mark; `bare`: the word for those who listen only. */
export function SentimentMark({ sentiment, uncertain = false, bare = false }: { sentiment: Sentiment; uncertain?: boolean; bare?: boolean }) {
  const { t } = useTranslation('readings')
  const word = t(`sentiment.${sentiment}`)
  return (
    <span className={classes.mark} data-sentiment={sentiment} data-uncertain={uncertain || undefined}>
      <svg viewBox="0 0 14 14" width="10" height="10" aria-hidden><path d={shapes[sentiment]} fill={uncertain ? 'none' : 'currentColor'} stroke="currentColor" strokeWidth={uncertain ? 1.5 : 0} /></svg>
      <span className={bare ? classes.hidden : undefined}>{uncertain ? t('uncertain', { word }) : word}</span>
    </span>
  )
}
