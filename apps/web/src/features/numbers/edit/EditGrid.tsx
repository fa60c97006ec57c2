// Tiles to be moved and sized, by pointer or by keys: arrows move, Shift and arrows size, Delete takes away.
import type { Tile } from '@kontuar/contracts'
import { ActionIcon } from '@mantine/core'
import { IconArrowsHorizontal, IconArrowsVertical, IconGripVertical, IconSettings, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent as Press } from 'react'
import { useTranslation } from 'react-i18next'
import { showNotice } from '../../../ui/undo.ts'
import { useMetrics, type Answers } from '../data/queries.ts'
import grid from '../dashboard/dashboard.module.css'
import type { View } from '../search/tile-queries.ts'
import { TileCard } from '../tiles/TileCard.tsx'
import { useTileTitle } from '../tiles/use-tile-words.ts'
import { lackOf, moveTile, removeTile, resizeTile, type Draft } from './draft.ts'
import { useDragTiles } from './use-drag-tiles.ts'
import classes from './edit.module.css'

interface Given { draft: Draft; /** The tiles as they are read (use-dashboard.ts). */ read: readonly Tile[]; view: View; answers: Answers | undefined; retry: () => void; change: (draft: Draft) => void; open: (id: string) => void; opened: string | undefined; faults: readonly number[]; tried: boolean }
const small = { size: 16, stroke: 1.5, 'aria-hidden': true } as const

export function EditGrid({ draft, read, view, answers, retry, change, open, opened, faults, tried }: Given) {
  const { t } = useTranslation('tiles')
  const titleOf = useTileTitle()
  const metrics = useMetrics()
  const [said, setSaid] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const refocus = useRef<string>(undefined)
  const { tiles } = draft.definition
  const { held, grab, shown } = useDragTiles(place, tiles, (id, to) => change(moveTile(draft, id, to)))
  // The browser takes the focus from what changes its place.
  useEffect(() => {
    if (refocus.current === undefined) return
    place.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(refocus.current)}"]`)?.focus()
    refocus.current = undefined
  })
  const move = (tile: Tile, to: number) => {
    if (to < 0 || to >= tiles.length) return
    refocus.current = tile.id
    setSaid(t('edit.moved', { name: titleOf(tile, metrics), place: to + 1, places: tiles.length }))
    change(moveTile(draft, tile.id, to))
  }
  const size = (tile: Tile, by: { width?: number; height?: number }) => {
    const next = resizeTile(draft, tile.id, by)
    const now = next.definition.tiles.find(({ id }) => id === tile.id)!
    setSaid(t('edit.sized', { name: titleOf(tile, metrics), width: now.width, height: now.height }))
    change(next)
  }
  const remove = (tile: Tile) => {
    const index = tiles.indexOf(tile)
    refocus.current = tiles[index + 1]?.id ?? tiles[index - 1]?.id
    change(removeTile(draft, tile.id))
    showNotice({ message: t('edit.removed', { name: titleOf(tile, metrics) }), undo: () => change(draft) })
  }
  const press = (event: KeyboardEvent, tile: Tile) => {
    const index = tiles.indexOf(tile)
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') { event.preventDefault(); return remove(tile) }
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (!event.shiftKey) return move(tile, index + step)
    size(tile, event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? { width: step } : { height: step })
  }
  return (
    <>
      <p className={classes.hint} id="tile-keys">{t('edit.hint')}</p>
      <div ref={place} className={grid.grid} role="list" aria-label={t('edit.tiles')} data-dragging={held !== null || undefined}>
        {shown.map((tile) => {
          const title = titleOf(tile, metrics)
          const lack = lackOf(tile)
          const wrong = faults.includes(tiles.indexOf(tile))
          return (
            <div key={tile.id} role="listitem" className={`${grid.cell} ${classes.cell}`} data-tile={tile.id} data-width={tile.width} data-height={tile.height} data-kind={tile.kind} data-held={held === tile.id || undefined} data-open={opened === tile.id || undefined} data-wrong={wrong || (tried && lack !== null) || undefined}>
              <div className={classes.tools} role="group" aria-label={t('edit.tools', { name: title })}>
                <button type="button" className={classes.handle} data-handle={tile.id} aria-label={t('edit.handle', { name: title })} aria-describedby="tile-keys" title={t('edit.hint')} onPointerDown={(event: Press) => grab(event, tile.id)} onKeyDown={(event) => press(event, tile)}><IconGripVertical {...small} /></button>
                <ActionIcon size={26} aria-label={t('edit.width', { name: title, now: tile.width })} title={t('edit.widthHint')} onClick={() => size(tile, { width: tile.width === 4 ? -3 : 1 })}><IconArrowsHorizontal {...small} /></ActionIcon>
                <ActionIcon size={26} aria-label={t('edit.height', { name: title, now: tile.height })} title={t('edit.heightHint')} onClick={() => size(tile, { height: tile.height === 3 ? -2 : 1 })}><IconArrowsVertical {...small} /></ActionIcon>
                <ActionIcon size={26} aria-label={t('edit.settings', { name: title })} title={t('edit.settingsHint')} onClick={() => open(tile.id)}><IconSettings {...small} /></ActionIcon>
                <ActionIcon size={26} aria-label={t('edit.remove', { name: title })} title={t('edit.removeHint')} onClick={() => remove(tile)}><IconTrash {...small} /></ActionIcon>
              </div>
              {lack !== null ? <div className={classes.lack}><b>{title}</b><p>{t(`lack.${lack}`)}</p></div> : <TileCard tile={read.find(({ id }) => id === tile.id) ?? tile} view={view} answers={answers} retry={retry} quiet />}
            </div>
          )
        })}
      </div>
      <p className={classes.hidden} role="status">{said}</p>
    </>
  )
}
