import type { SmsOverview } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './sms.module.css'

/** Whether messages leave, in words, and how many wait; the gateway's own sentence below. */
export function GatewayState({ overview: { gateway, waiting, sentToday, uncertain } }: { overview: SmsOverview }) {
  const { t } = useTranslation('sms')
  const { outgoingPaused } = useMe().organization
  if (gateway === null) return null
  const { sending, detail, at } = gateway.state
  const state = !gateway.active ? 'off' : outgoingPaused ? 'paused' : sending
  return (
    <div role="status" className={classes.state}>
      <div className={classes.stateLine} data-state={state}>
        <span className={classes.dot} aria-hidden />
        <span>{t(`state.${state}`)}</span>
        {state === 'failing' && at && <RelativeTime at={at} className={classes.soft} />}
      </div>
      {state === 'failing' && detail && <p className={classes.detail}>{detail}</p>}
      <dl className={classes.counts}>
        <div><dt>{t('count.sent')}</dt><dd>{sentToday}</dd></div>
        <div><dt>{t('count.waiting')}</dt><dd>{waiting}</dd></div>
        <div><dt>{t('count.uncertain')}</dt><dd>{uncertain}</dd></div>
      </dl>
    </div>
  )
}
