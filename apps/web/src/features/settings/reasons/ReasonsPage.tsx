import { changeReason, createReason } from '@kontuar/contracts'
import { IconMessageQuestion } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { reasonsQuery } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { AddLine } from '../words/AddLine.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import { foundRows, reasonRows } from './reason-tree.ts'
import { ReasonRowView } from './ReasonRowView.tsx'
import classes from './reasons.module.css'
import words from '../words/words.module.css'

/** The arrow keys go from name to name. */
function walk(event: KeyboardEvent<HTMLElement>) {
  if (event.altKey || event.ctrlKey || event.metaKey || !['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) return
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-reason]')]
  const at = names.indexOf(event.target as HTMLElement)
  if (at < 0) return
  event.preventDefault()
  names[event.key === 'Home' ? 0 : event.key === 'End' ? names.length - 1 : at + (event.key === 'ArrowUp' ? -1 : 1)]?.focus()
}

export function ReasonsPage() {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const named = useNamed()
  const reasons = useQuery(reasonsQuery)
  const patch = usePatch(changeReason, queryKeys.reasons)
  const search = useSearch({ strict: false }).q ?? ''
  const [adding, setAdding] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const all = reasons.data?.items ?? []
  const nameOf = (reason: (typeof all)[number]) => named('reason', reason)
  const rows = reasonRows(all, nameOf)
  const found = foundRows(rows, search)
  const add = (parentId: string | null) => async (name: string) => {
    await api(createReason, { body: { name, parentId } })
    await queries.invalidateQueries({ queryKey: queryKeys.reasons })
  }
  const focus = (id: string) => requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-reason="${CSS.escape(id)}"]`)?.focus())
  const leave = (id: string) => {
    setAdding(null)
    focus(id)
  }

  return (
    <SettingsPage title={tSettings('reasons.title')} text={t('reasons.text')}>
      {reasons.isPending ? <RowSkeletons rows={10} height={40} /> : reasons.isError ? <Problem error={reasons.error} retry={() => void reasons.refetch()} /> : (
        <>
          <div className={words.tools}>
            <AddLine label={t('reasons.new')} button={t('word.add')} add={add(null)} />
            <SearchBox value={search} search={(q) => void navigate({ to: '/settings/reasons', search: q === '' ? {} : { q }, replace: true })} label={t('word.search')} />
          </div>
          {rows.length === 0 ? <EmptyState icon={<IconMessageQuestion size={22} stroke={1.5} />} title={t('reasons.empty')} text={t('reasons.emptyText')} /> : found.length === 0 ? <p className={words.nothing}>{t('word.nothing')}</p> : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the buttons within
            <ul ref={list} className={classes.tree} onKeyDown={walk}>
              {found.map((row) => (
                <li key={row.reason.id} className={classes.item} style={{ '--depth': row.depth } as CSSProperties}>
                  <ReasonRowView row={row} canSort={search === ''} addBelow={() => setAdding(row.reason.id)} focus={focus} />
                  {adding === row.reason.id && (
                    <div className={classes.below}>
                      <AddLine autoFocus label={t('reasons.newBelow', { name: row.name })} button={t('word.add')} add={add(row.reason.id)} leave={() => leave(row.reason.id)} />
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )}
          <RetiredList
            items={all.filter(({ retired, mergedIntoId }) => retired || mergedIntoId !== null)}
            idOf={({ id }) => id}
            nameOf={nameOf}
            cannot={({ mergedIntoId }) => {
              const into = mergedIntoId === null ? undefined : all.find(({ id }) => id === mergedIntoId)
              return into && t('reasons.mergedInto', { name: nameOf(into) })
            }}
            bringBack={(reason) => patch.mutate({ id: reason.id, body: { retired: false }, before: { retired: true }, message: t('retired.isBack', { name: nameOf(reason) }) })}
          />
        </>
      )}
    </SettingsPage>
  )
}
