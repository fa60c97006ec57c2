import type { Warning, WarningAdvice } from '@kontuar/contracts'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { useWarningWords } from '../words/use-warning-words.ts'
import classes from './card.module.css'

/** Probable causes with what speaks for each, and what is advised. */
export function Behind({ warning }: { warning: Warning }) {
  const { t } = useTranslation('warnings')
  const { proofText } = useWarningWords()
  const { causes, advice } = warning
  if (causes.length === 0 && advice.length === 0) return null
  return (
    <div className={classes.behind}>
      {causes.length > 0 && (
        <section>
          <h3>{t('causes')}</h3>
          <ol>
            {causes.map((cause) => {
              const proof = proofText(warning, cause)
              // That one reason grows is what the warning says; as its cause it would be no news.
              return <li key={cause}>{t(warning.kind === 'reason-rises' && cause === 'one-reason' ? 'cause.itself' : `cause.${cause}`)}{proof !== null && <span className={classes.proof}>{proof}</span>}</li>
            })}
          </ol>
        </section>
      )}
      {advice.length > 0 && (
        <section>
          <h3>{t('advice')}</h3>
          <ul>{advice.map((each) => <li key={each}><Advice advice={each} /></li>)}</ul>
        </section>
      )}
    </div>
  )
}

/** Where there is a page to do it on, the words lead there. */
function Advice({ advice }: { advice: WarningAdvice }) {
  const { t } = useTranslation('warnings')
  const [mayAsk, maySeeMail] = [useCan('feedback.read'), useCan('mailbox.read')]
  const text = t(`advice.${advice}`)
  const to = advice === 'invite-opinions' && mayAsk ? '/feedback/touchpoints' : advice === 'check-the-channel' && maySeeMail ? '/settings/mailboxes' : null
  return to === null ? text : <Link to={to}>{text} <IconArrowRight size={14} stroke={1.5} className={classes.arrow} aria-hidden /></Link>
}
