import type { SurveyInvitation } from '@kontuar/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './invitations.module.css'

type Step = 'planned' | 'sent' | 'opened' | 'started' | 'finished' | 'suppressed' | 'failed' | 'bounced' | 'cancelled'
/** How far a sent one came. */
export const stepOf = ({ state, openedAt, startedAt, finishedAt }: Pick<SurveyInvitation, 'state' | 'openedAt' | 'startedAt' | 'finishedAt'>): Step => (state !== 'sent' ? state : finishedAt !== null ? 'finished' : startedAt !== null ? 'started' : openedAt !== null ? 'opened' : 'sent')

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const shapes: Record<Step, ReactNode> = {
  planned: <path d="M7 3.5V7l2.4 1.6M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0" {...line} />,
  sent: <path d="m2 7 10-5-3.6 10L6.6 8.4zm4.6 1.4L12 2" {...line} />,
  opened: <><circle cx="7" cy="7" r="5" {...line} /><circle cx="7" cy="7" r="1.6" fill="currentColor" /></>,
  started: <path d="M12 7a5 5 0 1 1-5-5v5z" fill="currentColor" />,
  finished: <path d="M3 7.4 5.8 10.2 11 4.4" {...line} strokeWidth="1.9" />,
  suppressed: <path d="M3.5 7h7" {...line} strokeWidth="2" />,
  failed: <path d="m4 4 6 6m0-6-6 6" {...line} strokeWidth="1.9" />,
  bounced: <path d="M5.5 3.5 2.5 6.5l3 3m-3-3H9a3 3 0 0 1 0 6" {...line} />,
  cancelled: <path d="M3.5 10.5l7-7M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0" {...line} />,
}

/** How far an asking came: a shape and the word. */
export function StateShape({ invitation }: { invitation: SurveyInvitation }) {
  const { t } = useTranslation('asking')
  const step = stepOf(invitation)
  return (
    <span className={classes.mark} data-step={step}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden>{shapes[step]}</svg>
      {t(`state.${step}`)}
    </span>
  )
}
