// On the page of a ticket or an answer: the loop that came of it, and the way into a collection for training.
import { listRecoveries } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Problem } from '../../ui/Problem.tsx'
import { NextDue } from './Dues.tsx'
import { StateMark } from './StateMark.tsx'
import { AddToSet } from './study/AddToSet.tsx'
import './recovery-styles.ts'
import classes from './loops-of.module.css'

/** `loops: false`: none can have come of it, as of an answer that was not low. */
export function LoopsOf({ kind, id, loops = true }: { kind: 'ticket' | 'answer'; id: string; loops?: boolean }) {
  const { t } = useTranslation('recovery')
  const query = kind === 'ticket' ? { ticketId: id, limit: 5 } : { answerId: id, limit: 5 }
  const mayRead = useCan('recovery.read')
  const found = useQuery({ queryKey: queryKeys.recoveries.list(query), queryFn: ({ signal }) => api(listRecoveries, { query, signal }), enabled: loops && mayRead })
  const items = found.data?.items ?? []
  return (
    <div className={classes.loops}>
      {found.isError && <Problem error={found.error} retry={() => void found.refetch()} />}
      {items.map((recovery) => (
        <p key={recovery.id} className={classes.loop}>
          <Link to="/recoveries/$recoveryId" params={{ recoveryId: recovery.id }} search={{}}><StateMark state={recovery.state} bare /> {t('loopLink')}</Link>
          <span className={classes.soft}>{[t(`state.${recovery.state}`), recovery.owner?.name ?? t('nobody')].join(' · ')}</span>
          <NextDue recovery={recovery} />
        </p>
      ))}
      <AddToSet kind={kind} subjectId={id} />
    </div>
  )
}
