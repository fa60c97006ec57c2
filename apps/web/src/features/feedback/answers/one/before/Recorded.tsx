import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { scoreText } from '../../marks/score-text.ts'
import { ToneMark } from '../../marks/ToneMark.tsx'
import type { Answer } from '../Said.tsx'
import classes from './before.module.css'

const results = ['solved', 'partly', 'not-solved', 'rejected', 'no-answer', 'duplicate', 'other'] as const

/** What we recorded as the result by then, against what the customer said. */
export function Recorded({ answer }: { answer: Answer }) {
  const { t } = useTranslation('answers')
  const { t: tTicket } = useTranslation('ticket')
  const result = results.find((each) => each === answer.ticketResult)
  const apart = result === 'solved' && answer.tone === 'low'
  return (
    <div className={classes.recorded} data-apart={apart || undefined}>
      <dl>
        <div><dt>{t('recorded.we')}</dt><dd>{result ? tTicket(`result.${result}`) : (answer.ticketResult ?? t('recorded.nothing'))}</dd></div>
        <div><dt>{t('recorded.customer')}</dt><dd>{scoreText(answer) ?? '–'} {answer.tone !== null && <ToneMark tone={answer.tone} />}</dd></div>
      </dl>
      {apart && <p className={classes.apart}>{t('recorded.apart')}</p>}
      {answer.ticket && <Link to="/tickets/$ticketId" params={{ ticketId: answer.ticket.id }} search={{}} className={classes.ticket}>{t('recorded.ticket', { number: answer.ticket.number })}</Link>}
    </div>
  )
}
