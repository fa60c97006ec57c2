import type { Notification } from '@kontuar/contracts'
import { IconAlertTriangle, IconArrowBackUp, IconAt, IconBellRinging, IconChecklist, IconClock, IconGavel, IconHandStop, IconHeartHandshake, IconListDetails, IconMessage, IconReportAnalytics, IconUserCheck, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PathLink } from '../../ui/PathLink.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { placeOf } from './place-of.ts'
import { toneOf } from './sentence-of.ts'
import classes from './notifications.module.css'

const icons: Record<Notification['kind'], TablerIcon> = {
  'assigned': IconUserCheck, 'mentioned': IconAt, 'customer-answered': IconMessage, 'sla-warning': IconClock, 'sla-breach': IconAlertTriangle, 'escalation': IconHandStop,
  'legal-reminder': IconGavel, 'task-due': IconChecklist, 'task-late': IconListDetails, 'alert': IconBellRinging, 'recovery': IconHeartHandshake, 'report': IconReportAnalytics, 'given-back': IconArrowBackUp,
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
        {notice.taskTitle !== null && <span className={classes.ticket}>{notice.taskTitle}</span>}
        {notice.ticketNumber !== null && <span className={classes.ticket}>#{notice.ticketNumber} {notice.ticketSubject || tTickets('noSubject')}</span>}
      </span>
      <RelativeTime at={notice.at} className={classes.time} />
      {notice.readAt === null ? <span className={classes.unread} role="img" aria-label={t('unread')} title={t('unread')} /> : <span />}
    </>
  )
  return <li><PathLink href={placeOf(notice)} className={classes.row} follow={follow} data-unread={notice.readAt === null || undefined}>{inside}</PathLink></li>
}
