import { useTranslation } from 'react-i18next'
import { useTitle } from '../../ui/use-title.ts'
import { NotificationList } from './NotificationList.tsx'
import { useUnread } from './use-notifications.ts'
import classes from './notifications.module.css'

export function NotificationsPage() {
  const { t } = useTranslation('notifications')
  useTitle(t('title'))
  return (
    <div className={classes.page}>
      <NotificationList unread={useUnread().unread} />
    </div>
  )
}
