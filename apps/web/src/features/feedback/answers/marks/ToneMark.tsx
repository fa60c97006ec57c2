import type { SurveyAnswer } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import classes from './tone-mark.module.css'

type Tone = NonNullable<SurveyAnswer['tone']>
const shapes: Record<Tone, React.ReactNode> = {
  low: <path d="M1.5 3.5h11L7 12z" fill="currentColor" />,
  middle: <path d="M2 5.5h10v3H2z" fill="currentColor" />,
  high: <path d="M1.5 10.5h11L7 2z" fill="currentColor" />,
}

/** Whether a score is good news: a shape and the word. `bare`: the word for those who listen only. */
export function ToneMark({ tone, bare = false }: { tone: Tone; bare?: boolean }) {
  const { t } = useTranslation('answers')
  return (
    <span className={classes.mark} data-tone={tone}>
      <svg viewBox="0 0 14 14" width="11" height="11" aria-hidden>{shapes[tone]}</svg>
      <span className={bare ? classes.hidden : undefined}>{t(`tone.${tone}`)}</span>
    </span>
  )
}
