import type { ReadingSettings } from '@kontuar/contracts'
import { IconAlertTriangle, IconCheck, IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import classes from './readings.module.css'

/** How the endpoint answered last, in words; its own sentence below. */
export function EndpointState({ state }: { state: NonNullable<ReadingSettings['endpoint']>['state'] }) {
  const { t } = useTranslation('readings')
  const kind = state === null ? 'waiting' : state.ok ? 'ok' : 'failing'
  const Icon = { waiting: IconHourglass, ok: IconCheck, failing: IconAlertTriangle }[kind]
  return (
    <div role="status" className={classes.state} data-state={kind}>
      <p><Icon size={16} stroke={1.5} aria-hidden /> <span>{t(`state.${kind}`)}</span> {state && <RelativeTime at={state.at} className={classes.soft} />}</p>
      {state && !state.ok && <p className={classes.soft} lang="en">{state.detail}</p>}
    </div>
  )
}
