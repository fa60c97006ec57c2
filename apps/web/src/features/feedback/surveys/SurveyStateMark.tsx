import type { Survey } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import classes from './state-mark.module.css'

const shapes: Record<Survey['state'], React.ReactNode> = {
  draft: <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 2" />,
  active: <circle cx="7" cy="7" r="5" fill="currentColor" />,
  paused: <path d="M4.75 3v8M9.25 3v8" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  ended: <path d="M3 7.4 5.8 10.2 11 4.4" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />,
}

/** Whether a survey asks now: a shape and the word. */
export function SurveyStateMark({ state }: { state: Survey['state'] }) {
  const { t } = useTranslation('feedback')
  return (
    <span className={classes.mark} data-state={state}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden>{shapes[state]}</svg>
      {t(`state.${state}`)}
    </span>
  )
}
