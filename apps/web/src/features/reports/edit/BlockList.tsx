// The blocks of a report in their order: dragged by the handle, or moved by the arrow keys on it.
import type { ReportBlock } from '@kontuar/contracts'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconAdjustments, IconLayoutGridAdd, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sortable } from '../../../ui/sortable/Sortable.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { lackOf, useMetrics, useTileTitle } from '../../numbers/index.ts'
import { BlockFields } from './BlockFields.tsx'
import { addBlock, atMost, changeBlock, lackOfBlock, moveBlock, plainBlocks, removeBlock, type Draft, type PlainBlock } from './draft.ts'
import classes from './edit.module.css'

interface Given { draft: Draft; change: (draft: Draft) => void; tried: boolean; /** Places of blocks the server refused. */ faults: readonly number[]; openTile: (id: string) => void; openGallery: () => void }

export function BlockList({ draft, change, tried, faults, openTile, openGallery }: Given) {
  const { t } = useTranslation('reports')
  const { t: tTiles } = useTranslation('tiles')
  const nameOf = useBlockName()
  /** The same number may stand there as a figure and as a line. */
  const kindOf = (block: ReportBlock) => (block.kind === 'tile' ? tTiles(`kind.${block.tile.kind}`) : t(`block.${block.kind}`))
  const { blocks } = draft.definition
  const [opened, setOpened] = useState<string | null>(null)
  const full = blocks.length >= atMost
  const add = (kind: PlainBlock) => {
    const next = addBlock(draft, kind)
    change(next)
    if (kind !== 'break') setOpened(next.definition.blocks.at(-1)!.id)
  }
  const remove = (block: ReportBlock) => {
    change(removeBlock(draft, block.id))
    showNotice({ message: t('blocks.removed', { name: nameOf(block) }), undo: () => change(draft) })
  }
  return (
    <>
      {blocks.length === 0 ? <p className={classes.soft}>{t('blocks.empty')}</p> : (
        <Sortable items={blocks} idOf={({ id }) => id} nameOf={nameOf} move={(from, to) => change(moveBlock(draft, from, to))} label={t('blocks')}>
          {(block, handle) => {
            const name = nameOf(block)
            const wrong = faults.includes(blocks.indexOf(block)) || (tried && lackOfBlock(block, lackOf) !== null)
            const open = opened === block.id
            return (
              <div data-block={block.id} data-wrong={wrong || undefined}>
                <div className={classes.block}>
                  {handle}
                  <span className={classes.blockName}>{name}{name !== kindOf(block) && <small>{kindOf(block)}</small>}</span>
                  {block.kind !== 'break' && <ActionIcon size={28} aria-label={t('blocks.change', { name })} aria-expanded={block.kind === 'tile' ? undefined : open} onClick={() => (block.kind === 'tile' ? openTile(block.id) : setOpened(open ? null : block.id))}><IconAdjustments size={16} stroke={1.5} aria-hidden /></ActionIcon>}
                  <ActionIcon size={28} aria-label={t('blocks.remove', { name })} onClick={() => remove(block)}><IconTrash size={16} stroke={1.5} aria-hidden /></ActionIcon>
                </div>
                {open && block.kind !== 'tile' && <div className={classes.blockFields}><BlockFields block={block} tried={tried} change={(next) => change(changeBlock(draft, next))} /></div>}
              </div>
            )
          }}
        </Sortable>
      )}
      <div className={classes.add}>
        <Button variant="default" size="compact-sm" disabled={full} leftSection={<IconLayoutGridAdd size={15} stroke={1.5} aria-hidden />} onClick={openGallery}>{t('blocks.addTile')}</Button>
        <Menu position="bottom-start" loop withinPortal={false} floatingStrategy="fixed">
          <Menu.Target><Button variant="default" size="compact-sm" disabled={full} leftSection={<IconPlus size={15} stroke={1.5} aria-hidden />}>{t('blocks.add')}</Button></Menu.Target>
          <Menu.Dropdown>{plainBlocks.map((kind) => <Menu.Item key={kind} onClick={() => add(kind)}>{t(`block.${kind}`)}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
        {full && <span className={classes.soft}>{t('blocks.full', { count: atMost })}</span>}
      </div>
    </>
  )
}

/** What stands in the block, as far as it is known. */
function useBlockName(): (block: ReportBlock) => string {
  const { t } = useTranslation('reports')
  const titleOf = useTileTitle()
  const metrics = useMetrics()
  const label = (name: string) => metrics.get(name)?.label ?? name
  return (block) => {
    switch (block.kind) {
      case 'tile': return titleOf(block.tile, metrics)
      case 'text': return block.text.trim().split('\n', 1)[0]!.slice(0, 80) || t('blocks.noText')
      case 'summary': return block.metrics.length === 0 ? t('block.summary') : block.metrics.map(label).join(', ')
      case 'ranking': return block.metric === '' ? t('block.ranking') : label(block.metric)
      case 'tickets': return t(`tickets.${block.what}`)
      case 'comments': return t(block.low ? 'comments.low' : 'comments.all')
      case 'loops': return t('block.loops')
      case 'break': return t('block.break')
    }
  }
}
