import { getParkedRaw, retryParked, type ParkedMail } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconDownload, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, apiPath } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { currentLocale } from '../../i18n/i18n.ts'
import { Problem } from '../../ui/Problem.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { showNotice } from '../../ui/undo.ts'
import { fileSize } from '../../ui/file-size.ts'
import classes from './parked.module.css'

export function ParkedRow({ mail }: { mail: ParkedMail }) {
  const { t } = useTranslation('parked')
  const mayRetry = useCan('parked.manage')
  const queries = useQueryClient()
  const retry = useMutation({
    mutationFn: () => api(retryParked, { params: { id: mail.id } }),
    onSuccess: () => {
      showNotice({ message: t('retrying') })
      void queries.invalidateQueries({ queryKey: queryKeys.parked.all })
      void queries.invalidateQueries({ queryKey: queryKeys.tickets.counts })
    },
  })
  const subject = mail.subjectGuess || t('noSubject')
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <h2 className={classes.subject}>{subject}</h2>
        <p className={classes.from}>
          {mail.envelopeFrom ?? t('unknownSender')} <span aria-hidden>→</span> {mail.envelopeTo ?? mail.mailboxName}
        </p>
        <p className={classes.reason}>{mail.reason}</p>
        <p className={classes.facts}>
          <RelativeTime at={mail.receivedAt} /> · {mail.mailboxName} · {fileSize(mail.size, currentLocale())} · {t('attempts', { count: mail.attempts })}
        </p>
        {retry.error && <Problem error={retry.error} />}
      </div>
      <div className={classes.acts}>
        <Button component="a" href={apiPath(getParkedRaw, { id: mail.id })} download={`${mail.id}.eml`} variant="subtle" size="compact-sm" leftSection={<IconDownload size={15} stroke={1.5} />} aria-label={t('downloadOf', { subject })}>
          {t('download')}
        </Button>
        {mayRetry && (
          <Button variant="default" size="compact-sm" leftSection={<IconRefresh size={15} stroke={1.5} />} loading={retry.isPending} onClick={() => retry.mutate()} aria-label={t('retryOf', { subject })}>
            {t('retry')}
          </Button>
        )}
      </div>
    </li>
  )
}
