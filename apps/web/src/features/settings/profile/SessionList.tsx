import { endSession, listSessions } from '@kontuar/contracts'
import { Badge, Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { deviceName } from './user-agent.ts'
import classes from '../settings.module.css'

export function SessionList() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey: queryKeys.sessions, queryFn: ({ signal }) => api(listSessions, { signal }) })
  const end = useMutation({ mutationFn: (id: string) => api(endSession, { params: { id } }), onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.sessions }) })

  if (sessions.isPending) return <RowSkeletons rows={2} height={60} />
  if (sessions.isError) return <Problem error={sessions.error} retry={() => void sessions.refetch()} />
  return (
    <>
      {end.isError && <Problem error={end.error} />}
      <ul className={classes.list}>
        {sessions.data.items.map((session) => {
          const device = deviceName(session.userAgent) ?? t('sessions.unknown')
          return (
            <li key={session.id} className={classes.row}>
              <div className={classes.rowMain}>
                <div className={classes.rowName}>
                  {device} {session.current && <Badge variant="light" color="green" size="sm">{t('sessions.current')}</Badge>}
                </div>
                <div className={classes.rowText}>
                  {session.ipAddress && <>{session.ipAddress} · </>}
                  {t('sessions.seen')} <RelativeTime at={session.lastSeenAt} />
                </div>
              </div>
              {!session.current && (
                <Button variant="default" size="compact-sm" aria-label={t('sessions.endOf', { device })} onClick={() => end.mutate(session.id)}>
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
