import type { SurveyInvitation } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { exactTime } from '../../../../ui/relative-time.ts'
import { RelativeTime } from '../../../../ui/RelativeTime.tsx'
import { StateShape } from './StateShape.tsx'
import { useReasonWords } from './use-reason-words.ts'
import classes from './invitations.module.css'

/** One asking: whom, what about, by which road, and how far it came. */
export function InvitationRow({ invitation, cancel }: { invitation: SurveyInvitation; cancel?: () => void }) {
  const { t } = useTranslation('asking')
  const { customerId, customerName, surveyId, surveyName, touchpointName, ticketId, ticketNumber, road, state } = invitation
  return (
    <tr>
      <th scope="row" className={classes.who}>
        <Link to="/customers/$customerId" params={{ customerId }}>{customerName || t('noName')}</Link>
        <span className={classes.soft}>{[...(road === null ? [] : [t(`by.${road}`)]), ...(invitation.language === null ? [] : [invitation.language.toUpperCase()])].join(' · ')}</span>
      </th>
      <td className={classes.what}>
        <Link to="/feedback/surveys/$surveyId/ask" params={{ surveyId }}>{surveyName}</Link>
        <span className={classes.soft}>
          {touchpointName ?? (invitation.listId === null ? t('byHand') : t('byList'))}
          {ticketId !== null && <> · <Link to="/tickets/$ticketId" params={{ ticketId }}>#{ticketNumber}</Link></>}
        </span>
      </td>
      <td className={classes.state} data-state={state}>
        <StateShape invitation={invitation} />
        <Why invitation={invitation} />
      </td>
      <td className={classes.when}><When invitation={invitation} /></td>
      {cancel && <td className={classes.acts}>{state === 'planned' && <Button variant="default" size="compact-xs" aria-label={t('cancelOf', { name: customerName })} onClick={cancel}>{t('cancelAct')}</Button>}</td>}
    </tr>
  )
}

function When({ invitation: { state, sendAt, sentAt, createdAt } }: { invitation: SurveyInvitation }) {
  const { timeZone } = useMe().organization
  if (state === 'planned') return <time dateTime={sendAt}>{exactTime(new Date(sendAt), currentLocale(), timeZone)}</time>
  return <RelativeTime at={sentAt ?? createdAt} />
}

/** What stood against it, with what is known of it; of an unconfirmed click that it does not count. */
function Why({ invitation: { state, reason, detail, clickedValue, startedAt } }: { invitation: SurveyInvitation }) {
  const { t } = useTranslation('asking')
  const words = useReasonWords()
  const { timeZone } = useMe().organization
  if (state === 'suppressed' && reason !== null) {
    const lastAsked = typeof detail?.['lastAskedAt'] === 'string' ? detail['lastAskedAt'] : null
    const days = typeof detail?.['days'] === 'number' ? detail['days'] : null
    return <span className={classes.soft}>{words(reason)}{reason === 'rest-period' && lastAsked !== null && days !== null && ` ${t('restDetail', { when: new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), { timeZone, dateStyle: 'medium' }).format(new Date(lastAsked)), count: days })}`}</span>
  }
  if ((state === 'failed' || state === 'bounced' || state === 'cancelled') && reason !== null) return <span className={classes.soft}>{words(reason)}</span>
  if (clickedValue !== null && startedAt === null) return <span className={classes.soft}>{t('unconfirmed', { value: clickedValue })}</span>
  return null
}
