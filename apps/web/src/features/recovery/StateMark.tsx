import type { Recovery } from '@kontuar/contracts'
import { IconCheck, IconHeartBroken, IconHeartHandshake, IconMailQuestion, IconMessages, IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './state-mark.module.css'

const shapes = { open: IconPhone, contacted: IconMessages, closed: IconCheck, asked: IconMailQuestion, recovered: IconHeartHandshake, 'not-recovered': IconHeartBroken } as const

/** How far a loop is: a shape and its word; a colour only for the two ends. */
export function StateMark({ state, bare = false }: { state: Recovery['state']; /** The shape alone, where the word stands beside it. */ bare?: boolean }) {
  const { t } = useTranslation('recovery')
  const Shape = shapes[state]
  return <span className={classes.mark} data-state={state}><Shape size={16} stroke={1.5} aria-hidden />{!bare && <span>{t(`state.${state}`)}</span>}</span>
}
