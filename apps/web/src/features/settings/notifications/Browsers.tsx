// The browsers that are told by push, and whether this one can be: each reason why not has its own sentence.
import { tryPush, unsubscribePush, type NotificationSettings } from '@kontuar/contracts'
import { Badge, Button } from '@mantine/core'
import { IconBellRinging, IconInfoCircle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { deviceName } from '../profile/user-agent.ts'
import rows from '../settings.module.css'
import { PushRefused, allowThisBrowser, forgetThisBrowser, keptSubscription, pushAbility } from '../../notifications/index.ts'
import classes from './settings.module.css'

export function Browsers({ push }: { push: NotificationSettings['push'] }) {
  const { t } = useTranslation('notifications')
  const queries = useQueryClient()
  const [ability, setAbility] = useState(pushAbility)
  const here = keptSubscription()?.id
  const known = push.browsers.some(({ id }) => id === here)
  const again = () => {
    setAbility(pushAbility())
    return queries.invalidateQueries({ queryKey: queryKeys.notifications.settings })
  }
  const allow = useMutation({ mutationFn: () => allowThisBrowser(push.publicKey), onSuccess: () => showNotice({ message: t('push.allowed') }), onSettled: again })
  const remove = useMutation({ mutationFn: async (id: string) => (id === here ? forgetThisBrowser() : void (await api(unsubscribePush, { params: { id } }))), onSettled: again })
  const trial = useMutation({ mutationFn: () => api(tryPush), onSuccess: () => showNotice({ message: t('push.tried') }) })
  const failed = allow.error ?? remove.error ?? trial.error
  const refused = failed instanceof PushRefused
  const text = !refused ? (failed instanceof ApiProblem && failed.code === 'invalid-input' ? t('push.serverRefused', { why: failed.detail ?? failed.message }) : undefined) : failed.why === 'denied' ? t('push.denied') : t('push.noService')
  return (
    <>
      {ability !== 'possible' && (
        <p className={classes.notice} role="status">
          <IconInfoCircle size={17} stroke={1.5} aria-hidden />
          {t(`push.${ability}`)}
        </p>
      )}
      {failed && !(refused && failed.why === 'denied' && ability === 'denied') && <Problem error={failed} text={text} />}
      {push.browsers.length === 0 ? ability === 'possible' && <p className={classes.hint}>{t('push.none')}</p> : (
        <ul className={rows.list}>
          {push.browsers.map((browser) => {
            const device = deviceName(browser.userAgent) ?? t('push.unknown')
            return (
              <li key={browser.id} className={rows.row}>
                <div className={rows.rowMain}>
                  <div className={rows.rowName}>{device} {browser.id === here && <Badge variant="light" color="green" size="sm">{t('push.this')}</Badge>}</div>
                  <div className={rows.rowText}>{browser.failedAt === null ? <>{t('push.since')} <RelativeTime at={browser.createdAt} /></> : t('push.failed')}</div>
                </div>
                <Button variant="default" size="compact-sm" aria-label={t('push.removeOf', { device })} onClick={() => remove.mutate(browser.id)}>{t('push.remove')}</Button>
              </li>
            )
          })}
        </ul>
      )}
      <div className={classes.acts}>
        {ability === 'possible' && !known && <Button leftSection={<IconBellRinging size={16} stroke={1.5} />} onClick={() => allow.mutate()} aria-disabled={allow.isPending}>{t('push.allow')}</Button>}
        {push.browsers.length > 0 && <Button variant="default" onClick={() => trial.mutate()}>{t('push.try')}</Button>}
      </div>
    </>
  )
}
