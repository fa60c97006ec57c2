import { changeCause, createCause, type Cause } from '@kontuar/contracts'
import { IconBulb } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { causesQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { moved } from '../../../ui/sortable/moved.ts'
import { Sortable } from '../../../ui/sortable/Sortable.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { AddLine } from '../words/AddLine.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import { useReorder } from '../words/use-reorder.ts'
import { CauseRow } from './CauseRow.tsx'
import words from '../words/words.module.css'

export function CausesPage() {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const causes = useQuery(causesQuery)
  const patch = usePatch(changeCause, queryKeys.causes)
  const reorder = useReorder<Cause, typeof changeCause>(changeCause, queryKeys.causes, ({ id }) => id)
  const all = causes.data?.items ?? []
  const used = all.filter(({ retired }) => !retired)
  const add = async (name: string) => {
    await api(createCause, { body: { name } })
    await queries.invalidateQueries({ queryKey: queryKeys.causes })
  }
  return (
    <SettingsPage title={tSettings('causes.title')} text={t('causes.text')}>
      {causes.isPending ? <RowSkeletons rows={6} height={44} /> : causes.isError ? <Problem error={causes.error} retry={() => void causes.refetch()} /> : (
        <>
          <div className={words.tools}><AddLine label={t('causes.new')} button={t('word.add')} add={add} /></div>
          {used.length === 0 ? <EmptyState icon={<IconBulb size={22} stroke={1.5} />} title={t('causes.empty')} text={t('causes.emptyText')} /> : (
            <Sortable items={used} idOf={({ id }) => id} nameOf={({ name }) => name} move={(from, to) => reorder(moved(used, from, to))} label={tSettings('causes.title')}>
              {(cause, handle) => <CauseRow cause={cause} handle={handle} />}
            </Sortable>
          )}
          <RetiredList items={all.filter(({ retired }) => retired)} idOf={({ id }) => id} nameOf={({ name }) => name} bringBack={({ id, name }) => patch.mutate({ id, body: { retired: false }, before: { retired: true }, message: t('retired.isBack', { name }) })} />
        </>
      )}
    </SettingsPage>
  )
}
