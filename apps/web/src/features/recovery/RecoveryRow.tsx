import type { Recovery } from '@kontuar/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { NextDue } from './Dues.tsx'
import { StateMark } from './StateMark.tsx'
import type { RecoverySearch } from './recovery-search.ts'
import { scoreSaid } from './score-said.ts'
import classes from './recoveries.module.css'

/** Who is unhappy, how much and why in their words; how far it is and whose. */
export function RecoveryRow({ recovery, current, search }: { recovery: Recovery; current: boolean; search: RecoverySearch }) {
  const { t } = useTranslation('recovery')
  const score = scoreSaid(recovery)
  return (
    <li>
      <Link to="/recoveries/$recoveryId" params={{ recoveryId: recovery.id }} search={search} className={classes.row} data-recovery={recovery.id} aria-current={current ? 'true' : undefined}>
        <StateMark state={recovery.state} bare />
        <span className={classes.about}>
          <span className={classes.name}>{recovery.customer.name || t('nameless')}{score !== null && <span className={classes.score}>{score}</span>}</span>
          {recovery.comment !== null && <span className={classes.words}>{recovery.comment}</span>}
          <span className={classes.more}>{[t(`state.${recovery.state}`), recovery.closedAt === null ? null : recovery.cause?.name, recovery.cameBackAt === null ? null : t('cameBack'), recovery.owner?.name ?? t('nobody'), recovery.location?.name].filter(Boolean).join(' · ')}</span>
          <NextDue recovery={recovery} />
        </span>
        <RelativeTime at={recovery.openedAt} className={classes.time} />
      </Link>
    </li>
  )
}
