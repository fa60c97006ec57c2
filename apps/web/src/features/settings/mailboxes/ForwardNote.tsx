import { getStatus } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { CopyField } from '../../../ui/CopyField.tsx'
import classes from './mailboxes.module.css'

/** Where the mail server of the organization has to deliver. */
export function ForwardNote({ address }: { address: string }) {
  const { t } = useTranslation('mailboxes')
  const status = useQuery({ queryKey: queryKeys.status, queryFn: ({ signal }) => api(getStatus, { signal }) })
  const intake = status.data?.smtpIntake
  if (status.isSuccess && (!intake || status.data.mail === 'off')) return <p className={classes.note}>{t('forward.off')}</p>
  return (
    <div className={classes.forward}>
      <p style={{ margin: 0 }}>{t('forward.text', { address })}</p>
      <dl className={classes.facts}>
        <dt>{t('forward.server')}</dt>
        <dd><CopyField label={t('forward.server')} value={intake?.host ?? '…'} /></dd>
        <dt>{t('port')}</dt>
        <dd><CopyField label={t('port')} value={String(intake?.port ?? '…')} /></dd>
      </dl>
      <p style={{ margin: 0, color: 'var(--k-ink-soft)' }}>{t('forward.check')}</p>
    </div>
  )
}
