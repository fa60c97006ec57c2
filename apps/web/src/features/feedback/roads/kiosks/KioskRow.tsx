import type { Kiosk } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { RelativeTime } from '../../../../ui/RelativeTime.tsx'
import { useNow } from '../../../../ui/use-now.ts'
import { KioskForm } from './KioskForm.tsx'
import { useKioskActs } from './kiosk-queries.ts'
import shared from '../frame/roads.module.css'
import classes from './kiosks.module.css'

/** A tablet that is on tells of itself each minute or so; after this many minutes it is not there. */
const quietAfter = 15

export function KioskRow({ kiosk, renewed }: { kiosk: Kiosk; renewed: (kiosk: Kiosk) => void }) {
  const { t } = useTranslation('roads')
  const mayManage = useCan('feedback.manage')
  const { renew, setRetired } = useKioskActs()
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const now = useNow()
  const { name, lastSeenAt, waiting, retired, locationName } = kiosk
  const state = retired ? 'retired' : lastSeenAt === null ? 'never' : now.getTime() - Date.parse(lastSeenAt) > quietAfter * 60_000 ? 'quiet' : 'on'
  if (editing) return <li className={shared.item}><KioskForm kiosk={kiosk} leave={() => setEditing(false)} /></li>
  return (
    <li className={shared.item} data-off={retired || undefined}>
      <div className={shared.row}>
        <div className={shared.main}>
          <div className={shared.name}>{name} {locationName && <span className={shared.soft}>{locationName}</span>}</div>
          <p className={classes.state} data-state={state}>
            <span className={classes.dot} aria-hidden />
            {t(`kiosk.state.${state}`)}
            {lastSeenAt !== null && state !== 'on' && <span className={shared.soft}>{t('kiosk.seen')} <RelativeTime at={lastSeenAt} /></span>}
          </p>
          {waiting > 0 && <p className={classes.waiting}>{t('kiosk.waiting', { count: waiting })}</p>}
        </div>
        <span className={shared.number}>{t('answers', { count: kiosk.answers })}</span>
        {mayManage && (
          <div className={shared.acts}>
            {!retired && <Button variant="default" size="compact-sm" aria-label={t('kiosk.changeOf', { name })} onClick={() => setEditing(true)}>{t('kiosk.change')}</Button>}
            {!retired && <Button variant="default" size="compact-sm" aria-label={t('kiosk.renewOf', { name })} onClick={() => setAsking(true)}>{t('kiosk.renew')}</Button>}
            <Button variant="default" size="compact-sm" aria-label={retired ? t('kiosk.bringBackOf', { name }) : t('kiosk.retireOf', { name })} onClick={() => void setRetired(kiosk, !retired)}>{retired ? t('kiosk.bringBack') : t('kiosk.retire')}</Button>
          </div>
        )}
      </div>
      {asking && (
        <div className={classes.sure} role="group" aria-label={t('kiosk.renewOf', { name })}>
          <p>{waiting > 0 ? t('kiosk.renewWaiting', { count: waiting }) : t('kiosk.renewText')}</p>
          <div className={shared.acts}>
            <Button color="red" size="compact-sm" loading={renew.isPending} onClick={() => renew.mutate(kiosk.id, { onSuccess: (fresh) => { setAsking(false); renewed(fresh) } })}>{t('kiosk.renewSure')}</Button>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsking(false)}>{t('cancel')}</Button>
          </div>
        </div>
      )}
    </li>
  )
}
