import { listTasks, type Task } from '@kontuar/contracts'
import { Button, SegmentedControl } from '@mantine/core'
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { showNotice } from '../../ui/undo.ts'
import { useTitle } from '../../ui/use-title.ts'
import { TaskForm } from './TaskForm.tsx'
import { TaskRow } from './TaskRow.tsx'
import { shows, taskQuery, type Show } from './task-search.ts'
import { useTaskActs } from './use-task-acts.ts'
import './task-styles.ts'
import classes from './tasks.module.css'

export function TasksPage() {
  const { t } = useTranslation('tasks')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const { show = 'mine', task: open } = useSearch({ from: '/workspace/tasks' })
  const mayChange = useCan('ticket.change')
  const acts = useTaskActs()
  const place = useRef<HTMLUListElement>(null)
  const query = taskQuery(show)
  const list = useInfiniteQuery({
    queryKey: queryKeys.tasks.list(query),
    queryFn: ({ pageParam, signal }) => api(listTasks, { query: { ...query, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const tasks = list.data?.pages.flatMap(({ items }) => items) ?? []
  useTitle(t('title'))
  const go = (task: string | undefined, then: Show = show) => void navigate({ to: '/tasks', search: { ...(then === 'mine' ? {} : { show: then }), ...(task && { task }) }, replace: true })
  const leave = () => go(undefined)

  const ticks = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-task]') ?? [])]
  const at = () => ticks().findIndex((tick) => tick === document.activeElement)
  const move = (step: 1 | -1) => ticks().at(at() < 0 ? (step === 1 ? 0 : -1) : Math.min(ticks().length - 1, Math.max(0, at() + step)))?.focus()
  const current = (): Task | undefined => tasks.find(({ id }) => id === (document.activeElement as HTMLElement | null)?.dataset?.['task'])
  useShortcuts(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    ...(mayChange ? [
      { keys: 'c', label: t('add'), run: () => go('new') },
      { keys: 'e', label: t('keys.finish'), run: () => { const task = current(); if (task) { move(1); acts.setDone(task, task.doneAt === null) } } },
      { keys: 'f', label: t('keys.edit'), run: () => { const task = current(); if (task) go(task.id) } },
    ] : []),
  ])
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        {mayChange && <Button size="compact-sm" leftSection={<IconPlus size={15} stroke={1.75} />} onClick={() => go('new')}>{t('add')}</Button>}
      </header>
      <SegmentedControl size="xs" className={classes.show} aria-label={t('show')} value={show} onChange={(then) => go(undefined, then as Show)} data={shows.map((each) => ({ value: each, label: t(`show.${each}`) }))} />
      {open === 'new' && (
        <section className={classes.new} aria-label={t('new')}>
          <TaskForm leave={leave} saved={(task) => { leave(); showNotice({ message: t('created', { title: task.title }) }) }} />
        </section>
      )}
      <div className={classes.list}>
        {list.isPending && <div className={classes.padded}><RowSkeletons rows={8} height={52} /></div>}
        {list.isError && <div className={classes.padded}><Problem error={list.error} retry={() => void list.refetch()} /></div>}
        {list.isSuccess && tasks.length === 0 && open !== 'new' && (
          <EmptyState icon={<IconChecklist size={22} stroke={1.5} />} title={t(`empty.${show}`)} text={show === 'done' ? t('doneText') : t('emptyText')} action={mayChange && show !== 'done' ? <Button variant="default" onClick={() => go('new')}>{t('add')}</Button> : undefined} />
        )}
        {tasks.length > 0 && (
          <ul ref={place} className={classes.rows} aria-label={t('list')}>
            {tasks.map((task) => (
              <li key={task.id}>{open === task.id && mayChange ? <TaskForm task={task} leave={leave} saved={leave} /> : <TaskRow task={task} finish={acts.setDone} edit={({ id }) => go(id)} />}</li>
            ))}
          </ul>
        )}
        {list.hasNextPage && <div className={classes.padded}><Button variant="default" size="compact-sm" onClick={() => void list.fetchNextPage()}>{tCommon('action.loadMore')}</Button></div>}
      </div>
    </div>
  )
}
