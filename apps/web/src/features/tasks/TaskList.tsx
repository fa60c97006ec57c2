// The list: the soonest first, done ones newest first; J and K go along, E ticks, Enter opens.
import { listTasks, type Task } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { TaskRow } from './TaskRow.tsx'
import { hasFilter, taskQuery, type TaskSearch } from './task-search.ts'
import type { useTaskActs } from './use-task-acts.ts'
import classes from './tasks.module.css'

interface Given { search: TaskSearch; acts: ReturnType<typeof useTaskActs>; open: (id: string) => void; add: () => void; clear: () => void }

export function TaskList({ search, acts, open, add, clear }: Given) {
  const { t } = useTranslation('tasks')
  const { t: tCommon } = useTranslation()
  const mayChange = useCan('ticket.change')
  const place = useRef<HTMLUListElement>(null)
  const { show = 'mine' } = search
  const query = taskQuery(search, show === 'done' ? 'done' : 'undone')
  const list = useInfiniteQuery({
    queryKey: queryKeys.tasks.list(query),
    queryFn: ({ pageParam, signal }) => api(listTasks, { query: { ...query, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const tasks = list.data?.pages.flatMap(({ items }) => items) ?? []
  const ticks = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-task]') ?? [])]
  const here = () => document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-task]') ?? null
  const move = (step: 1 | -1) => {
    const all = ticks()
    const at = all.indexOf(here()!)
    all.at(at < 0 ? (step === 1 ? 0 : -1) : Math.min(all.length - 1, Math.max(0, at + step)))?.focus()
  }
  const current = (): Task | undefined => tasks.find(({ id }) => id === here()?.dataset['task'])
  useShortcuts(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    { keys: 'f', label: t('keys.open'), run: () => { const task = current(); if (task) open(task.id) } },
    ...(mayChange ? [{ keys: 'e', label: t('keys.finish'), run: () => { const task = current(); if (task) { move(1); acts.setDone(task, task.state !== 'done') } } }] : []),
  ])
  if (list.isPending) return <div className={classes.list}><div className={classes.padded}><RowSkeletons rows={8} height={52} /></div></div>
  if (list.isError) return <div className={classes.list}><div className={classes.padded}><Problem error={list.error} retry={() => void list.refetch()} /></div></div>
  if (tasks.length === 0 && search.task === 'new') return null
  const filtered = hasFilter(search)
  return (
    <div className={classes.list}>
      {tasks.length === 0 && (filtered
        ? <EmptyState icon={<IconChecklist size={22} stroke={1.5} />} title={t('empty.filtered')} action={<Button variant="default" onClick={clear}>{t('filter.clear')}</Button>} />
        : <EmptyState icon={<IconChecklist size={22} stroke={1.5} />} title={t(`empty.${show}`)} text={show === 'done' ? t('doneText') : t('emptyText')} action={mayChange && show !== 'done' ? <Button variant="default" onClick={add}>{t('add')}</Button> : undefined} />)}
      {tasks.length > 0 && (
        <ul ref={place} className={classes.rows} aria-label={t('list')}>
          {tasks.map((task) => <li key={task.id}><TaskRow task={task} current={search.task === task.id} finish={acts.setDone} open={({ id }) => open(id)} /></li>)}
        </ul>
      )}
      {list.hasNextPage && <div className={classes.padded}><Button variant="default" size="compact-sm" onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
    </div>
  )
}
