import { changeAlertDestination, tryAlertDestination, type AlertDestination } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { DestinationForm } from './DestinationForm.tsx'
import shared from '../settings.module.css'
import classes from './destinations.module.css'

export function DestinationRow({ destination, manages }: { destination: AlertDestination; manages: boolean }) {
  const { t } = useTranslation('alerts')
  const queries = useQueryClient()
  const [changing, setChanging] = useState(false)
  const renew = () => queries.invalidateQueries({ queryKey: queryKeys.alerts.destinations })
  const params = { id: destination.id }
  const trial = useMutation({ mutationFn: () => api(tryAlertDestination, { params }), onSettled: renew })
  const change = useMutation({ mutationFn: (body: { active?: boolean; retired?: boolean }) => api(changeAlertDestination, { params, body }), onSettled: renew })
  if (changing) return <li><DestinationForm destination={destination} close={() => setChanging(false)} /></li>
  const { sending, detail } = destination.state
  const state = destination.active ? sending : 'off'
  return (
    <li className={shared.row}>
      <div className={shared.rowMain}>
        <div className={shared.rowName}>{destination.name}</div>
        <div className={shared.rowText}>{[t(`kindOf.${destination.kind}`), destination.host, destination.signed ? t('destination.signed') : null].filter(Boolean).join(' · ')}</div>
        <div className={classes.state} data-state={state} role="status">{t(`destination.state.${state}`)}{state === 'failing' && detail !== null && <span>{detail}</span>}</div>
        {destination.usedBy.length > 0 && <div className={shared.rowText}>{t('destination.usedBy', { rules: destination.usedBy.join(', ') })}</div>}
        {trial.data && !trial.isPending && <div className={classes.state} data-state={trial.data.ok ? 'ok' : 'failing'}>{trial.data.ok ? t('destination.tried') : t('destination.tryFailed')}</div>}
        {(trial.isError || change.isError) && <Problem error={trial.error ?? change.error} />}
      </div>
      {manages && (
        <div className={classes.acts}>
          <Button size="compact-sm" variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>{t('destination.try')}</Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setChanging(true)}>{t('destination.change')}</Button>
          <Button size="compact-sm" variant="subtle" color="gray" loading={change.isPending} onClick={() => change.mutate({ active: !destination.active })}>{t(destination.active ? 'destination.off' : 'destination.on')}</Button>
          {destination.usedBy.length === 0 && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => change.mutate({ retired: true })}>{t('destination.retire')}</Button>}
        </div>
      )}
    </li>
  )
}
