import type { Interaction } from '@kontuar/contracts'
import { IconAlertTriangle, IconArrowsSplit2, IconLink, IconMailX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './timeline.module.css'

const icon = { size: 14, stroke: 1.5, 'aria-hidden': true } as const

/** What one should know about a message before reading it. Quiet, in words. */
export function Hints({ entry }: { entry: Interaction }) {
  const { t } = useTranslation('tickets')
  const { bounce, suggestion, warnings } = entry
  if (!bounce && !suggestion && warnings.length === 0) return null
  return (
    <ul className={classes.hints}>
      {bounce && (
        <li data-tone="red">
          <IconMailX {...icon} />
          <span>
            {t(`bounce.${bounce.kind}`, { address: bounce.recipient ?? t('bounce.unknownAddress') })}
            {bounce.status && <code className={classes.code}>{bounce.status}</code>}
            {bounce.reason !== '' && <q className={classes.reason}>{bounce.reason}</q>}
          </span>
        </li>
      )}
      {suggestion === 'split' && (
        <li>
          <IconArrowsSplit2 {...icon} />
          <span>{t('hint.split', { subject: entry.subject })}</span>
        </li>
      )}
      {suggestion === 'possibly-related' && (
        <li>
          <IconLink {...icon} />
          <span>{t('hint.related')}</span>
        </li>
      )}
      {warnings.length > 0 && (
        <li>
          <IconAlertTriangle {...icon} />
          <span>
            {t('hint.warnings', { count: warnings.length })} <span className={classes.reason}>{warnings.join('; ')}</span>
          </span>
        </li>
      )}
    </ul>
  )
}
