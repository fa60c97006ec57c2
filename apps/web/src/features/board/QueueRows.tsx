import type { Board } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useQueues } from '../../api/desk.ts'
import { ColourDot } from '../../ui/colour/ColourDot.tsx'
import { useNamed } from '../../ui/ready-made.ts'
import { Bar } from './Bar.tsx'
import { usualHorizon, type BoardSearch } from './board-search.ts'
import { Count } from './Count.tsx'
import { rowsBehind, type Counted, type TeamReach } from './rows-behind.ts'
import classes from './board.module.css'

export function QueueRows({ queues, search, team }: { queues: Board['queues']; search: BoardSearch; team: TeamReach | null }) {
  const { t } = useTranslation('board')
  const named = useNamed()
  const known = useQueues()
  const most = Math.max(1, ...queues.map(({ tickets }) => tickets))
  const heads = { tickets: t('col.tickets'), overdue: t('col.overdue'), soon: t('col.dueSoon', { count: search.hours ?? usualHorizon }), unassigned: t('col.unassigned') }
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('queue')}</th>
          <th scope="col" className={classes.barColumn}><span className={classes.hidden}>{t('title')}</span></th>
          <th scope="col" className={classes.number}>{heads.tickets}</th>
          <th scope="col" className={classes.number}>{heads.overdue}</th>
          <th scope="col" className={classes.number}>{heads.soon}</th>
          <th scope="col" className={classes.number}>{heads.unassigned}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map(({ queueId, tickets, overdue, dueSoon, unassigned }) => {
          const queue = known.find(({ id }) => id === queueId)
          const name = queueId === null ? t('noQueue') : queue ? named('queue', queue) : '…'
          const rowsOf = (counted: Counted) => rowsBehind(search, { queue: queueId, ...counted }, team)
          return (
            <tr key={queueId ?? 'none'}>
              <th scope="row"><span className={classes.queue}><ColourDot colour={queue?.colour ?? 'grey'} /> <span className={classes.name}>{name}</span></span></th>
              <td className={classes.barColumn}><Bar tickets={tickets} overdue={overdue} dueSoon={dueSoon} most={most} /></td>
              <td className={classes.number} data-label={heads.tickets}><Count of={tickets} rows={rowsOf({})} label={`${name}, ${heads.tickets}`} /></td>
              <td className={classes.number} data-label={heads.overdue}><Count of={overdue} rows={rowsOf({ due: 'overdue' })} label={`${name}, ${heads.overdue}`} tone="late" /></td>
              <td className={classes.number} data-label={heads.soon}><Count of={dueSoon} rows={rowsOf({ due: 'soon' })} label={`${name}, ${heads.soon}`} tone="soon" /></td>
              <td className={classes.number} data-label={heads.unassigned}><Count of={unassigned} rows={rowsOf({ owner: null })} label={`${name}, ${heads.unassigned}`} /></td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
