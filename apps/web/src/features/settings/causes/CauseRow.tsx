import { changeCause, type Cause } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { showNotice } from '../../../ui/undo.ts'
import { RenameField } from '../words/RenameField.tsx'
import { usePatch } from '../words/use-patch.ts'
import words from '../words/words.module.css'

export function CauseRow({ cause: { id, name }, handle }: { cause: Cause; handle: ReactNode }) {
  const { t } = useTranslation('desk')
  const queries = useQueryClient()
  const patch = usePatch(changeCause, queryKeys.causes)
  const [renaming, setRenaming] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const read = () => queries.invalidateQueries({ queryKey: queryKeys.causes })
  const rename = async (next: string) => {
    await api(changeCause, { params: { id }, body: { name: next } })
    await read()
    showNotice({ message: t('word.renamed', { name: next }), undo: () => void api(changeCause, { params: { id }, body: { name } }).finally(read) })
  }
  return (
    <div className={words.sorted}>
      {handle}
      {renaming ? (
        <RenameField name={name} label={t('word.renameOf', { name })} save={rename} leave={() => {
          setRenaming(false)
          requestAnimationFrame(() => button.current?.focus())
        }} />
      ) : (
        <span className={words.name}><button ref={button} type="button" className={words.plain} title={t('word.rename')} onClick={() => setRenaming(true)}>{name}</button></span>
      )}
      <Button className={words.end} variant="subtle" color="gray" size="compact-sm" aria-label={t('retired.actOf', { name })} onClick={() => patch.mutate({ id, body: { retired: true }, before: { retired: false }, message: t('retired.done', { name }) })}>{t('retired.act')}</Button>
    </div>
  )
}
