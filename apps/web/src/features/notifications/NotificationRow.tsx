import type { Notification } from '@kontuar/contracts'
import { IconAlertTriangle, IconArrowBackUp, IconAt, IconChecklist, IconClock, IconGavel, IconHandStop, IconMessage, IconUserCheck, type TablerIcon } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { toneOf } from './sentence-of.ts'
import classes from './notifications.module.css'

const icons: Record<Notification['kind'], TablerIcon> = {
  'assigned': IconUserCheck, 'mentioned': IconAt, 'customer-answered': IconMessage, 'sla-warning': IconClock, 'sla-breach': IconAlertTriangle, 'escalation': IconHandStop,
  'legal-reminder': IconGavel, 'task-due': IconChecklist, 'given-back': IconArrowBackUp,
}

/** One notice: what happened, in which ticket, when. A press opens where it leads. */
export function NotificationRow({ notice, sentence, follow }: { notice: Notification; sentence: string; follow: () => void }) {
  const { t } = useTranslation('notifications')
  const { t: tTickets } = useTranslation('tickets')
  const Icon = icons[notice.kind] ?? IconClock
  const inside = (
    <>
      <span className={classes.icon} data-tone={toneOf(notice)}><Icon size={17} stroke={1.5} aria-hidden /></span>
      <span className={classes.said}>
        <span className={classes.sentence}>{sentence}</span>
        {notice.ticketNumber !== null && <span className={classes.ticket}>#{notice.ticketNumber} {notice.ticketSubject || tTickets('noSubject')}</span>}
      </span>
      <RelativeTime at={notice.at} className={classes.time} />
      {notice.readAt === null ? <span className={classes.unread} role="img" aria-label={t('unread')} title={t('unread')} /> : <span />}
    </>
  )
  const marks = { className: classes.row, 'data-unread': notice.readAt === null || undefined, onClick: follow } as const
  return (
    <li>
      {notice.ticketId !== null && notice.ticketNumber !== null ? (
        <Link to="/tickets/$ticketId" params={{ ticketId: notice.ticketId }} preload={false} {...marks}>{inside}</Link>
      ) : notice.kind === 'given-back' ? (
        <Link to="/board" preload={false} {...marks}>{inside}</Link>
      ) : (
        <Link to="/tasks" preload={false} {...marks}>{inside}</Link>
      )}
    </li>
  )
}
