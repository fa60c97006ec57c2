// What the person was told, newest first; in the panel of the bell and on its own page.
import { listNotifications } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconBellOff, IconSettings } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { NotificationRow } from './NotificationRow.tsx'
import { useMarkRead } from './use-notifications.ts'
import { useSentence } from './use-sentence.ts'
import classes from './notifications.module.css'

export function NotificationList({ unread, inPanel = false, leave }: { unread: number; inPanel?: boolean; /** A row was followed. */ leave?: () => void }) {
  const { t } = useTranslation('notifications')
  const { t: tCommon } = useTranslation()
  const sentence = useSentence()
  const markRead = useMarkRead()
  const list = useInfiniteQuery({
    queryKey: queryKeys.notifications.list,
    queryFn: ({ pageParam, signal }) => api(listNotifications, { query: { limit: 30, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const notices = list.data?.pages.flatMap(({ items }) => items) ?? []
  const newest = notices[0]
  const Title = inPanel ? 'h2' : 'h1'
  return (
    <>
      <header className={classes.head} data-panel={inPanel || undefined}>
        <Title className={classes.title}>{t('title')}</Title>
        {unread > 0 && newest && <Button variant="subtle" size="compact-sm" onClick={() => void markRead({ upTo: newest.id })}>{t('readAll')}</Button>}
        <Link to="/settings/notifications" className={classes.link} aria-label={t('settings.link')} title={t('settings.link')} onClick={leave}><IconSettings size={17} stroke={1.5} aria-hidden /></Link>
      </header>
      <div className={classes.scroller} data-panel={inPanel || undefined}>
        {list.isPending && <div className={classes.padded}><RowSkeletons rows={8} height={56} /></div>}
        {list.isError && <div className={classes.padded}><Problem error={list.error} retry={() => void list.refetch()} /></div>}
        {list.isSuccess && notices.length === 0 && <EmptyState icon={<IconBellOff size={22} stroke={1.5} />} title={t('empty')} text={t('emptyText')} />}
        {notices.length > 0 && (
          <ul className={classes.rows}>
            {notices.map((notice) => <NotificationRow key={notice.id} notice={notice} sentence={sentence(notice)} follow={() => { if (notice.readAt === null) void markRead({ ids: [notice.id] }, true); leave?.() }} />)}
          </ul>
        )}
        {list.hasNextPage && <div className={classes.more}><Button variant="default" size="compact-sm" onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
      </div>
    </>
  )
}
