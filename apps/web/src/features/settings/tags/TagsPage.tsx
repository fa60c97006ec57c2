import { changeTag, createTag, type Tag } from '@kontuar/contracts'
import { IconTag } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { tagsQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { folded } from '../../../ui/pickers/tree.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { AddLine } from '../words/AddLine.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import { TagRow } from './TagRow.tsx'
import words from '../words/words.module.css'
import classes from '../settings.module.css'

export function TagsPage() {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const tags = useQuery(tagsQuery)
  const patch = usePatch(changeTag, queryKeys.tags)
  const [search, setSearch] = useState('')
  const all = tags.data?.items ?? []
  const used = all.filter(({ retired }) => !retired)
  const found = used.filter(({ name }) => folded(name).includes(folded(search)))
  const add = async (name: string) => {
    const made = await api(createTag, { body: { name } })
    queries.setQueryData<{ items: Tag[] }>(queryKeys.tags, (before) => before && { ...before, items: [...before.items.filter(({ id }) => id !== made.id), made] })
    void queries.invalidateQueries({ queryKey: queryKeys.tags })
  }
  return (
    <SettingsPage title={tSettings('tags.title')} text={t('tags.text')}>
      {tags.isPending ? <RowSkeletons rows={6} height={44} /> : tags.isError ? <Problem error={tags.error} retry={() => void tags.refetch()} /> : (
        <>
          <div className={words.tools}>
            <AddLine label={t('tags.new')} button={t('word.add')} add={add} />
            {used.length > 8 && <SearchBox value={search} search={setSearch} label={t('word.search')} />}
          </div>
          {used.length === 0 ? <EmptyState icon={<IconTag size={22} stroke={1.5} />} title={t('tags.empty')} text={t('tags.emptyText')} /> : found.length === 0 ? <p className={words.nothing}>{t('word.nothing')}</p> : (
            <ul className={classes.list}>
              {found.map((tag) => <TagRow key={tag.id} tag={tag} />)}
            </ul>
          )}
          <RetiredList items={all.filter(({ retired }) => retired)} idOf={({ id }) => id} nameOf={({ name }) => name} bringBack={({ id, name }) => patch.mutate({ id, body: { retired: false }, before: { retired: true }, message: t('retired.isBack', { name }) })} />
        </>
      )}
    </SettingsPage>
  )
}
