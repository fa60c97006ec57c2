import { CloseButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Refusals } from './use-reassign.ts'
import classes from './owner-pane.module.css'

/** What stayed where it was, and why, in a sentence for each reason. */
export function RefusalList({ to, refused, close }: Refusals & { close: () => void }) {
  const { t } = useTranslation('board')
  const { t: tCommon } = useTranslation()
  const sentence = (code: string, detail: string) => (code === 'cannot-do' && to.id !== null ? t('refused.cannot-do', { name: to.name }) : code === 'not-found' ? t('refused.not-found') : t('refused.other', { detail }))
  const reasons = Map.groupBy(refused, ({ code, detail }) => sentence(code, detail))
  return (
    <div className={classes.refused} role="alert">
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
      <div>
        <p><strong>{t('refused.title', { count: refused.length })}</strong></p>
        {[...reasons].map(([said, tickets]) => (
          <p key={said}>
            {said}{' '}
            {tickets.map(({ ticketId, number }, index) => <span key={ticketId}>{index > 0 && ', '}<Link to="/tickets/$ticketId" params={{ ticketId }} preload={false}>{number === null ? t('refused.ticket') : `#${number}`}</Link></span>)}
          </p>
        ))}
      </div>
      <CloseButton size="sm" aria-label={tCommon('action.close')} onClick={close} />
    </div>
  )
}
