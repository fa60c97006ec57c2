import { IconEye, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { useViewers } from '../../../live/LiveProvider.tsx'
import { othersHere } from './others-here.ts'
import classes from './ticket-page.module.css'

/** Who else is here, so that nobody answers twice. */
export function Viewers({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('tickets')
  const { writing, viewing } = othersHere(useViewers(ticketId), useMe().staff.id)
  const list = (names: string[]) => new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(names)
  const said = writing.length > 0 ? t('viewers.writing', { names: list(writing), count: writing.length }) : viewing.length > 0 ? t('viewers.viewing', { names: list(viewing), count: viewing.length }) : null
  return (
    <span className={classes.viewers} data-writing={writing.length > 0 || undefined} role="status">
      {said && (writing.length > 0 ? <IconPencil size={14} stroke={1.5} aria-hidden /> : <IconEye size={14} stroke={1.5} aria-hidden />)}
      <span className={classes.viewersText}>{said}</span>
    </span>
  )
}
