import { listAudit, type ResponseOf } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { exactTime } from '../../../ui/relative-time.ts'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { auditAction } from './audit-action.ts'
import classes from './audit.module.css'
import shared from '../settings.module.css'

type Entry = ResponseOf<typeof listAudit>['items'][number]

const details = ({ detail }: Entry) =>
  Object.entries(detail).map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value)}`).join(' · ')

export function AuditPage() {
  const { t } = useTranslation('settings')
  const { t: everywhere } = useTranslation()
  const { timeZone } = useMe().organization
  const audit = useInfiniteQuery({
    queryKey: queryKeys.audit({}),
    queryFn: ({ pageParam, signal }) => api(listAudit, { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
  const entries = audit.data?.pages.flatMap(({ items }) => items) ?? []

  return (
    <SettingsPage wide title={t('audit.title')} text={t('audit.text')}>
      {audit.isPending ? (
        <RowSkeletons rows={10} />
      ) : audit.isError && entries.length === 0 ? (
        <Problem error={audit.error} retry={() => void audit.refetch()} />
      ) : entries.length === 0 ? (
        <EmptyState icon={<IconHistory size={22} stroke={1.5} />} title={t('audit.empty')} />
      ) : (
        <>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('audit.at')}</th>
                <th scope="col">{t('audit.who')}</th>
                <th scope="col">{t('audit.what')}</th>
                <th scope="col">{t('audit.from')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <td>
                    <time dateTime={entry.at}>{exactTime(new Date(entry.at), currentLocale(), timeZone)}</time>
                  </td>
                  <td>{entry.actorName ?? t('audit.system')}</td>
                  <td>
                    {auditAction(entry.action, t)}
                    {Object.keys(entry.detail).length > 0 && <div className={shared.rowText}>{details(entry)}</div>}
                  </td>
                  <td className={classes.address}>{entry.ipAddress ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {audit.isFetchNextPageError && <Problem error={audit.error} retry={() => void audit.fetchNextPage()} />}
          {audit.hasNextPage && (
            <div className={shared.more}>
              <Button variant="default" aria-disabled={audit.isFetchingNextPage} onClick={() => !audit.isFetchingNextPage && void audit.fetchNextPage()}>
                {everywhere('action.loadMore')}
              </Button>
            </div>
          )}
        </>
      )}
    </SettingsPage>
  )
}
