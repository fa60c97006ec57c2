// Two short distributions: by status and by age. Each line is a number with its bar.
import type { Board } from '@kontuar/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TicketStatus } from '../tickets/marks/index.ts'
import { useStatuses } from '../../api/desk.ts'
import { useNamed } from '../../ui/ready-made.ts'
import type { TicketSearch } from '../tickets/search/index.ts'
import type { BoardSearch } from './board-search.ts'
import { Count } from './Count.tsx'
import { rowsBehind, type TeamReach } from './rows-behind.ts'
import classes from './small-bars.module.css'

interface Line { key: string; name: string; shown: ReactNode; of: number; rows: TicketSearch }

function Lines({ lines }: { lines: readonly Line[] }) {
  const most = Math.max(1, ...lines.map(({ of }) => of))
  return (
    <ul className={classes.lines}>
      {lines.map(({ key, name, shown, of, rows }) => (
        <li key={key} className={classes.line}>
          <span className={classes.name}>{shown}</span>
          <span className={classes.track} aria-hidden><span style={{ width: `${(of / most) * 100}%` }} /></span>
          <Count of={of} rows={rows} label={name} />
        </li>
      ))}
    </ul>
  )
}

interface Given { board: Board; search: BoardSearch; team: TeamReach | null }

export function StatusBars({ board, search, team }: Given) {
  const named = useNamed()
  const known = useStatuses()
  return (
    <Lines lines={board.statuses.map(({ status, tickets }) => {
      const found = known.find(({ key }) => key === status)
      return { key: status, name: found ? named('status', found) : status, shown: <TicketStatus status={status} category={found?.category ?? 'open'} />, of: tickets, rows: rowsBehind(search, { status }, team) }
    })} />
  )
}

export function AgeBars({ board, search, team }: Given) {
  const { t } = useTranslation('board')
  return (
    <Lines lines={board.ages.map(({ upToHours, tickets }, index) => {
      const from = index === 0 ? 0 : (board.ages[index - 1]!.upToHours ?? 0)
      const name = upToHours === null ? t('age.older', { count: from / 24 }) : upToHours < 24 ? t('age.hours', { count: upToHours }) : t('age.days', { count: upToHours / 24 })
      return { key: String(upToHours), name, shown: name, of: tickets, rows: rowsBehind(search, { age: { from, to: upToHours } }, team) }
    })} />
  )
}
