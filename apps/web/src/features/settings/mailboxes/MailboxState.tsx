import type { Mailbox } from '@kontuar/contracts'
import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './mailboxes.module.css'

function Line({ label, state, text, detail, at }: { label: string; state: string; text: string; detail: string | null; at: string | null }) {
  const words = <span className={detail ? classes.hinted : undefined}>{text}</span>
  return (
    <div className={classes.stateLine} data-state={state}>
      <span className={classes.dot} aria-hidden />
      <span className={classes.stateLabel}>{label}</span>
      {detail ? <Tooltip label={detail} multiline maw={360}>{words}</Tooltip> : words}
      {at && state === 'failing' && <RelativeTime at={at} className={classes.stateLabel} />}
    </div>
  )
}

/** Whether mail comes in and goes out, in words; the server's own sentence on hover. */
export function MailboxState({ mailbox: { active, state } }: { mailbox: Mailbox }) {
  const { t } = useTranslation('mailboxes')
  if (!active) return <div className={classes.state}><Line label="" state="off" text={t('state.inactive')} detail={null} at={null} /></div>
  return (
    <div className={classes.state}>
      <Line label={t('state.intake')} state={state.intake} text={t(`state.intake.${state.intake}`)} detail={state.intakeDetail} at={state.intakeAt} />
      <Line label={t('state.sending')} state={state.sending} text={t(`state.sending.${state.sending}`)} detail={state.sendingDetail} at={state.sendingAt} />
    </div>
  )
}
