import { CloseButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Refused } from './use-bulk.ts'
import classes from './bulk-bar.module.css'

/** The tickets that could not be changed, by reason, each to be opened. */
export function RefusedList({ refused, close }: { refused: Refused; close: () => void }) {
  const { t } = useTranslation('views')
  const { t: tCommon } = useTranslation()
  const reasons = Map.groupBy(refused, ({ detail }) => detail)
  return (
    <div className={classes.refused} role="status">
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
      <div>
        <p>{t('bulk.refusedTitle', { count: refused.length })}</p>
        <ul>
          {[...reasons].map(([detail, tickets]) => (
            <li key={detail}>
              {detail}{' '}
              {tickets.map(({ ticketId, number }, index) => (
                <span key={ticketId}>
                  {index > 0 && ', '}
                  <Link to="/tickets/$ticketId" params={{ ticketId }} search={(before) => before}>{number === null ? t('bulk.unknown') : `#${number}`}</Link>
                </span>
              ))}
            </li>
          ))}
        </ul>
      </div>
      <CloseButton size="sm" aria-label={tCommon('action.close')} onClick={close} />
    </div>
  )
}
