import type { PresenceState } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import classes from './presence-dot.module.css'

/** Whether a colleague takes work: full while there, half when busy, empty when away; the word is its title. `bare`: the word stands beside it. */
export function PresenceDot({ state, bare = false }: { state: PresenceState; bare?: boolean }) {
  const { t } = useTranslation()
  if (bare) return <span className={classes.dot} data-state={state} aria-hidden />
  return <span role="img" className={classes.dot} data-state={state} aria-label={t(`presence.${state}`)} title={t(`presence.${state}`)} />
}
