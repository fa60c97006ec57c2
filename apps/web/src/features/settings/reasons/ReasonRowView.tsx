// One reason: its name is renamed in place; Alt with the arrows changes its place among its siblings.
import { changeReason, type Reason } from '@kontuar/contracts'
import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowMerge, IconArrowUp, IconDots, IconFolderSymlink, IconPencil, IconPlus, IconArchive } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { moved } from '../../../ui/sortable/moved.ts'
import { showNotice } from '../../../ui/undo.ts'
import { RenameField } from '../words/RenameField.tsx'
import { usePatch } from '../words/use-patch.ts'
import { useReorder } from '../words/use-reorder.ts'
import type { ReasonRow } from './reason-tree.ts'
import classes from './reasons.module.css'
import words from '../words/words.module.css'

export function ReasonRowView({ row, canSort, addBelow, focus }: { row: ReasonRow; canSort: boolean; addBelow: () => void; focus: (id: string) => void }) {
  const { t } = useTranslation('desk')
  const queries = useQueryClient()
  const patch = usePatch(changeReason, queryKeys.reasons)
  const reorder = useReorder<Reason, typeof changeReason>(changeReason, queryKeys.reasons, ({ id }) => id)
  const [renaming, setRenaming] = useState(false)
  const { reason, name, siblings, depth } = row
  const { id } = reason
  const at = siblings.findIndex((each) => each.id === id)
  const read = () => queries.invalidateQueries({ queryKey: queryKeys.reasons })
  const rename = async (next: string) => {
    await api(changeReason, { params: { id }, body: { name: next } })
    await read()
    showNotice({ message: t('word.renamed', { name: next }), undo: () => void api(changeReason, { params: { id }, body: { name } }).finally(read) })
  }
  const shift = (by: -1 | 1) => {
    if (!canSort || at + by < 0 || at + by >= siblings.length) return
    reorder(moved(siblings, at, at + by))
    focus(id)
  }
  const retire = () => {
    const beside = siblings[at + 1] ?? siblings[at - 1]
    // The row goes; whoever works with the keyboard stays beside it. A refusal has been told by then.
    patch.mutateAsync({ id, body: { retired: true }, before: { retired: false }, message: t('retired.done', { name }) }).then(() => focus(beside?.id ?? reason.parentId ?? id), () => focus(id))
  }
  const icon = { size: 16, stroke: 1.5 }
  return (
    <div className={classes.row}>
      {renaming ? (
        <RenameField name={name} label={t('word.renameOf', { name })} save={rename} leave={() => {
          setRenaming(false)
          focus(id)
        }} />
      ) : (
        <span className={words.name}>
          <button
            type="button"
            data-reason={id}
            className={`${words.plain} ${depth === 0 ? classes.root : ''}`}
            title={t('word.rename')}
            onClick={() => setRenaming(true)}
            onKeyDown={(event) => {
              if (event.key === 'F2') setRenaming(true)
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
              event.preventDefault()
              shift(event.key === 'ArrowUp' ? -1 : 1)
            }}
          >
            {name}
          </button>
        </span>
      )}
      <div className={words.acts}>
        {depth < 5 && <ActionIcon aria-label={t('reasons.addBelow', { name })} title={t('reasons.addBelowShort')} onClick={addBelow}><IconPlus {...icon} aria-hidden /></ActionIcon>}
        <Menu position="bottom-end" withinPortal={false} floatingStrategy="fixed">
          <Menu.Target><ActionIcon aria-label={t('word.actsOf', { name })}><IconDots {...icon} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setRenaming(true)}>{t('word.rename')}</Menu.Item>
            {canSort && at > 0 && <Menu.Item leftSection={<IconArrowUp {...icon} />} rightSection={<span className={words.said}>Alt ↑</span>} onClick={() => shift(-1)}>{t('word.up')}</Menu.Item>}
            {canSort && at < siblings.length - 1 && <Menu.Item leftSection={<IconArrowDown {...icon} />} rightSection={<span className={words.said}>Alt ↓</span>} onClick={() => shift(1)}>{t('word.down')}</Menu.Item>}
            <Menu.Item leftSection={<IconFolderSymlink {...icon} />} renderRoot={(props) => <Link to="/settings/reasons/$reasonId/move" params={{ reasonId: id }} {...props} />}>{t('reasons.move')}</Menu.Item>
            <Menu.Item leftSection={<IconArrowMerge {...icon} />} renderRoot={(props) => <Link to="/settings/reasons/$reasonId/merge" params={{ reasonId: id }} {...props} />}>{t('reasons.merge')}</Menu.Item>
            <Menu.Item leftSection={<IconArchive {...icon} />} onClick={retire}>{t('retired.act')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  )
}
