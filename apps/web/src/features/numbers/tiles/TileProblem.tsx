import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { refusalOf } from './refusal-of.ts'
import type { TileReads } from './use-reads.ts'
import { useDimensionWords } from './use-tile-words.ts'
import classes from './tile.module.css'

/** Why a tile shows nothing, in the little room it has, and what helps. */
export function TileProblem({ problem, retry }: { problem: NonNullable<TileReads['problem']>; retry: () => void }) {
  const { t } = useTranslation('tiles')
  const { t: tCommon } = useTranslation()
  const { nameOf } = useDimensionWords()
  const refusal = refusalOf(problem)
  const said = refusal === null ? problem.detail : refusal.kind === 'gone' ? t('problem.gone', { name: problem.metric }) : t(`problem.${refusal.kind}`, { name: nameOf(refusal.dimension) })
  return (
    <div className={classes.problem} role="alert">
      <p><IconAlertTriangle size={15} stroke={1.5} aria-hidden /> {said}</p>
      {/* Asked again, it would be refused again. */}
      {refusal === null && <Button variant="subtle" color="red" size="compact-sm" onClick={retry}>{tCommon('action.retry')}</Button>}
    </div>
  )
}
