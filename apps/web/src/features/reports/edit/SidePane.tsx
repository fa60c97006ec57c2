import { addDays } from '@kontuar/contracts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday, Gallery, TileFields, type View } from '../../numbers/index.ts'
import { addTile, changeBlock, type Draft } from './draft.ts'
import { Preview } from './Preview.tsx'
import classes from './edit.module.css'

/** What stands beside the form: how it looks, tiles to choose from, or one tile. */
export type Side = 'preview' | 'gallery' | { tile: string }

export function SidePane({ side, show, draft, change, tried, reportId }: { side: Side; show: (side: Side) => void; draft: Draft; change: (draft: Draft) => void; tried: boolean; reportId: string | null }) {
  const { t } = useTranslation('reports')
  const today = useToday()
  const { where = null, compare } = draft.definition
  // The gallery shows what a tile would look like: four weeks have something of everything, whatever the report is of.
  const view = useMemo((): View => ({ days: { from: addDays(today, -28), to: today }, compare, where }), [today, compare, where])
  const close = () => show('preview')
  const block = typeof side === 'object' ? draft.definition.blocks.find((each) => each.id === side.tile) : undefined
  if (side === 'gallery') return <aside className={classes.side} aria-label={t('blocks.addTile')}><Gallery view={view} add={(tile) => change(addTile(draft, tile))} close={close} added={(name) => t('blocks.added', { name })} /></aside>
  if (block?.kind === 'tile') return <aside className={classes.side} aria-label={t('block.tile')}><TileFields key={block.id} tile={block.tile} tried={tried} change={(part) => change(changeBlock(draft, { ...block, tile: { ...block.tile, ...part } }))} close={close} everything={t('whereTile')} /></aside>
  return <aside className={classes.side} aria-label={t('preview')}><Preview draft={draft} reportId={reportId} /></aside>
}
