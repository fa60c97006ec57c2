import type { PresenceState } from '@kontuar/contracts'
import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PresenceDot } from '../../ui/PresenceDot.tsx'
import { presenceStates } from './presence-states.ts'
import type { useMyPresence } from './use-my-presence.ts'
import classes from './account-menu.module.css'

/** Inside the account menu: whether one takes work, each choice with what it means. */
export function PresenceSwitch({ state, byItself, onShift, choose }: ReturnType<typeof useMyPresence>) {
  const { t } = useTranslation()
  return (
    <>
      <Menu.Label>{t('presence.mine')}</Menu.Label>
      <Menu.RadioGroup value={state ?? ''} onChange={(chosen) => choose(chosen as PresenceState)}>
        {presenceStates.map((each) => (
          <Menu.RadioItem key={each} value={each}>
            <span className={classes.presence}>
              <PresenceDot state={each} bare />
              <span>
                {t(`presence.${each}`)}
                <span className={classes.hint}>{t(`presence.hint.${each}`)}</span>
              </span>
            </span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      {byItself && <p className={classes.note}>{t('presence.byItself')}</p>}
      {onShift === false && <p className={classes.note}>{t('presence.outsideShift')}</p>}
    </>
  )
}
