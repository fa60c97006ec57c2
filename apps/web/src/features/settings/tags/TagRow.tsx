import { changeTag, type Tag } from '@kontuar/contracts'
import { Button, Popover, UnstyledButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { ColourDot } from '../../../ui/colour/ColourDot.tsx'
import { ColourPicker } from '../../../ui/colour/ColourPicker.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { RenameField } from '../words/RenameField.tsx'
import { usePatch } from '../words/use-patch.ts'
import words from '../words/words.module.css'

export function TagRow({ tag }: { tag: Tag }) {
  const { t } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const queries = useQueryClient()
  const patch = usePatch(changeTag, queryKeys.tags)
  const [renaming, setRenaming] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { id, name, colour } = tag
  const read = () => queries.invalidateQueries({ queryKey: queryKeys.tags })
  const rename = async (next: string) => {
    await api(changeTag, { params: { id }, body: { name: next } })
    await read()
    showNotice({ message: t('word.renamed', { name: next }), undo: () => void api(changeTag, { params: { id }, body: { name } }).finally(read) })
  }
  return (
    <li className={words.line}>
      <Popover position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={words.dot} aria-label={t('tags.colourOf', { name, colour: everywhere(`colour.${colour}`) })}><ColourDot colour={colour} /></UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className={words.float}>
          <ColourPicker label={t('word.colour')} value={colour} change={(next) => patch.mutate({ id, body: { colour: next } })} />
        </Popover.Dropdown>
      </Popover>
      {renaming ? (
        <RenameField name={name} label={t('word.renameOf', { name })} save={rename} leave={() => {
          setRenaming(false)
          requestAnimationFrame(() => button.current?.focus())
        }} />
      ) : (
        <span className={words.name}><button ref={button} type="button" className={words.plain} title={t('word.rename')} onClick={() => setRenaming(true)}>{name}</button></span>
      )}
      <Button className={words.end} variant="subtle" color="gray" size="compact-sm" aria-label={t('retired.actOf', { name })} onClick={() => patch.mutate({ id, body: { retired: true }, before: { retired: false }, message: t('retired.done', { name }) })}>{t('retired.act')}</Button>
    </li>
  )
}
