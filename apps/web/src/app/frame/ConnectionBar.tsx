// Silent while everything works. Says it in words when the connection, the worker or the mail service does not.
import { getStatus } from '@kontuar/contracts'
import { IconCloudOff, IconPlayerPause, IconServerOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useMe } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useLiveState } from '../../live/LiveProvider.tsx'
import classes from './connection-bar.module.css'

const pollEvery = 30_000
/** A short interruption (a laptop waking up, a server restarting) mends itself and is not worth a word. */
const patience = 3000

function useLasting(condition: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!condition) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), patience)
    return () => clearTimeout(timer)
  }, [condition])
  return lasting
}

function Bar({ tone, icon, text, action }: { tone: 'red' | 'amber'; icon: ReactNode; text: string; action?: ReactNode }) {
  return (
    <div className={classes.bar} data-tone={tone}>
      {icon}
      <span className={classes.text}>{text}</span>
      {action}
    </div>
  )
}

export function ConnectionBar() {
  const { t } = useTranslation()
  const { organization, permissions } = useMe()
  const { state, reconnectNow } = useLiveState()
  const status = useQuery({ queryKey: queryKeys.status, queryFn: ({ signal }) => api(getStatus, { signal }), refetchInterval: pollEvery })
  const down = useLasting(state === 'down')
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const

  return (
    <div className={classes.place} role="status">
      {down ? (
        <Bar tone="red" icon={<IconCloudOff {...icon} />} text={t('connection.down')} action={<button type="button" className={classes.action} onClick={reconnectNow}>{t('connection.retryNow')}</button>} />
      ) : status.data?.worker === 'down' ? (
        <Bar tone="red" icon={<IconServerOff {...icon} />} text={t('connection.worker')} />
      ) : status.data?.mail === 'down' ? (
        <Bar tone="amber" icon={<IconServerOff {...icon} />} text={t('connection.mail')} />
      ) : null}
      {organization.outgoingPaused && (
        <Bar
          tone="amber"
          icon={<IconPlayerPause {...icon} />}
          text={t('connection.paused')}
          action={permissions.includes('organization.manage') && <Link to="/settings/organization" className={classes.action}>{t('connection.toSettings')}</Link>}
        />
      )}
    </div>
  )
}
