import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TileReads } from './use-reads.ts'
import classes from './tile.module.css'

/** Why a tile shows nothing, in the little room it has, and what helps. */
export function TileProblem({ problem: { code, detail, metric }, retry }: { problem: NonNullable<TileReads['problem']>; retry: () => void }) {
  const { t } = useTranslation('tiles')
  const { t: tCommon } = useTranslation()
  const gone = code === 'not-found'
  return (
    <div className={classes.problem} role="alert">
      <p><IconAlertTriangle size={15} stroke={1.5} aria-hidden /> {gone ? t('problem.gone', { name: metric }) : detail}</p>
      {!gone && <Button variant="subtle" color="red" size="compact-sm" onClick={retry}>{tCommon('action.retry')}</Button>}
    </div>
  )
}
