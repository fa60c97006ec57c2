import type { Board } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import type { BoardSearch } from './board-search.ts'
import { Count } from './Count.tsx'
import { rowsBehind, type Counted, type TeamReach } from './rows-behind.ts'
import classes from './board.module.css'

export function Figures({ board, search, team }: { board: Board; search: BoardSearch; team: TeamReach | null }) {
  const { t } = useTranslation('board')
  const figures: [label: string, of: number, counted: Counted, tone?: 'late'][] = [
    [t('figure.open'), board.open, {}],
    [t('figure.unassigned'), board.unassigned, { owner: null }],
    [t('figure.overdue'), board.overdue, { due: 'overdue' }, 'late'],
    [t('figure.urgent'), board.urgent, { urgent: true }],
  ]
  return (
    <dl className={classes.figures}>
      {figures.map(([label, of, counted, tone]) => (
        <div key={label} className={classes.figure}>
          <dt>{label}</dt>
          <dd><Count of={of} rows={rowsBehind(search, counted, team)} label={label} {...(tone && { tone })} /></dd>
        </div>
      ))}
    </dl>
  )
}
