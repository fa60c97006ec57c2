import type { TicketDetail } from '@kontuar/contracts'
import { IconCornerDownRight, IconLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StatusMark } from '../marks/StatusMark.tsx'
import classes from './ticket-page.module.css'

/** Tickets this one continues or may belong to. */
export function TicketLinks({ links }: { links: TicketDetail['links'] }) {
  const { t } = useTranslation('tickets')
  if (links.length === 0) return null
  return (
    <ul className={classes.links} aria-label={t('links.label')}>
      {links.map(({ ticketId, number, subject, statusCategory, kind }) => (
        <li key={`${kind} ${ticketId}`}>
          {kind === 'possibly-related' ? <IconLink size={14} stroke={1.5} aria-hidden /> : <IconCornerDownRight size={14} stroke={1.5} aria-hidden />}
          <span>{t(`links.${kind}`)}</span>
          <StatusMark status={statusCategory} bare />
          <Link to="/tickets/$ticketId" params={{ ticketId }} search={(before) => before as never}>
            #{number} {subject || t('noSubject')}
          </Link>
        </li>
      ))}
    </ul>
  )
}
