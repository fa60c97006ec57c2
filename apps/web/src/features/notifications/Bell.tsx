import { Popover, Tooltip } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useState, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from '../../ui/KeyboardHint.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { useMarkRead, useUnread } from './use-notifications.ts'
import classes from './bell.module.css'

const NotificationList = lazy(async () => ({ default: (await import('./NotificationList.tsx')).NotificationList }))

/** The bell of the rail. Beside the work it opens a panel; on a phone, where there is no room for one, its page. */
export function Bell({ className, badgeClass, labelClass }: { className: string; badgeClass: string; labelClass: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { unread, limit } = useUnread()
  const [open, setOpen] = useState(false)
  const path = useLocation({ select: ({ pathname }) => pathname })
  useReadOfOpenTicket(path, unread)
  usePushBrowser()
  useEffect(() => setOpen(false), [path])
  useShortcuts(t('shortcuts.everywhere'), [{ keys: 'g n', label: t('shortcuts.goNotifications'), run: () => void navigate({ to: '/notifications' }) }])
  const press = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || window.matchMedia('(max-width: 700px)').matches || path === '/notifications') return
    event.preventDefault()
    setOpen(!open)
  }
  return (
    <Popover opened={open} onChange={setOpen} position="right-end" width={400} offset={10} trapFocus returnFocus withinPortal={false} withRoles={false}>
      <Popover.Target>
        <div className={classes.place}>
          <Tooltip position="right" disabled={open} label={<span className={classes.tip}>{t('nav.notifications')} <KeyboardHint keys="g n" /></span>}>
            <Link to="/notifications" className={className} activeProps={{ 'aria-current': 'page' }} aria-expanded={open} aria-haspopup="dialog" onClick={press}>
              <IconBell size={20} stroke={1.5} aria-hidden />
              <span className={labelClass}>{t('nav.notifications')}</span>
              {unread > 0 && (
                <span className={badgeClass}>
                  <span aria-hidden>{unread >= limit ? `${limit - 1}+` : unread}</span>
                  <span className={classes.hidden}>{t('nav.unread', { count: unread })}</span>
                </span>
              )}
            </Link>
          </Tooltip>
        </div>
      </Popover.Target>
      <Popover.Dropdown role="dialog" className={classes.panel} aria-label={t('nav.notifications')}>
        {open && (
          <Suspense fallback={<div className={classes.waiting}><RowSkeletons rows={6} height={56} /></div>}>
            <NotificationList unread={unread} inPanel leave={() => setOpen(false)} />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Whoever looks at the ticket knows what they were to be told of it. */
function useReadOfOpenTicket(path: string, unread: number): void {
  const markRead = useMarkRead()
  const ticketId = /^\/tickets\/([^/]+)$/.exec(path)?.[1]
  useEffect(() => {
    if (ticketId === undefined || ticketId === 'new' || unread === 0) return
    const read = () => {
      if (document.visibilityState === 'visible') void markRead({ ticketId }, true)
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [ticketId, unread, markRead])
}

/** Comes after the screen: what a push opens, and whether this browser still is the one that was allowed. */
function usePushBrowser(): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const hear = (event: MessageEvent<{ type?: string; url?: string }>) => {
      if (event.data?.type !== 'kontuar.open' || typeof event.data.url !== 'string' || !event.data.url.startsWith('/')) return
      event.ports[0]?.postMessage('taken')
      void navigate({ href: event.data.url })
    }
    navigator.serviceWorker.addEventListener('message', hear)
    navigator.serviceWorker.startMessages?.()
    const later = setTimeout(() => void import('./push-browser.ts').then(({ renewThisBrowser }) => renewThisBrowser()).catch(() => {}), 5000)
    return () => {
      clearTimeout(later)
      navigator.serviceWorker.removeEventListener('message', hear)
    }
  }, [navigate])
}
