// Tasks as a list or a board, with the one that is open beside them; on a phone one at a time.
import { Button, SegmentedControl } from '@mantine/core'
import { IconLayoutKanban, IconList, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Task } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { showNotice } from '../../ui/undo.ts'
import { useTitle } from '../../ui/use-title.ts'
import { TaskBoard } from './TaskBoard.tsx'
import { TaskFilters } from './TaskFilters.tsx'
import { TaskForm } from './TaskForm.tsx'
import { TaskList } from './TaskList.tsx'
import { TaskPane } from './TaskPane.tsx'
import { readTaskSearch, type TaskSearch } from './task-search.ts'
import { useTaskActs } from './use-task-acts.ts'
import './task-styles.ts'
import classes from './tasks.module.css'

export function TasksPage() {
  const { t } = useTranslation('tasks')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const search = useSearch({ from: '/workspace/tasks' })
  const mayChange = useCan('ticket.change')
  const board = search.as === 'board'
  const shown = search.task !== undefined && search.task !== 'new' ? search.task : null
  useTitle(t('title'))
  const change = (part: Partial<Record<keyof TaskSearch, string | true | undefined>>) => void navigate({ to: '/tasks', search: readTaskSearch({ ...search, ...part }), replace: true })
  const open = (task: string) => change({ task, close: undefined })
  const leave = () => {
    const back = shown
    change({ task: undefined, close: undefined })
    // The focus goes back to where it came from.
    if (back !== null) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-task="${CSS.escape(back)}"]`)?.focus())
  }
  const acts = useTaskActs((task) => change({ task: task.id, close: true }))
  useShortcuts(t('title'), mayChange ? [{ keys: 'c', label: t('add'), run: () => open('new') }] : [])
  const given = { search, acts, open }
  return (
    <div className={classes.page} data-board={board || undefined} data-open={shown !== null || undefined}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        <SegmentedControl
          size="xs" aria-label={t('as')} value={board ? 'board' : 'list'} onChange={(as) => change({ as: as === 'board' ? 'board' : undefined, ...(as === 'board' && search.show === 'done' && { show: 'everybody' }) })}
          data={[{ value: 'list', label: <span className={classes.as}><IconList size={15} stroke={1.5} aria-hidden />{t('as.list')}</span> }, { value: 'board', label: <span className={classes.as}><IconLayoutKanban size={15} stroke={1.5} aria-hidden />{t('as.board')}</span> }]}
        />
        {mayChange && <Button size="compact-sm" leftSection={<IconPlus size={15} stroke={1.75} />} onClick={() => open('new')}>{t('add')}</Button>}
      </header>
      <TaskFilters search={search} change={change} />
      {search.task === 'new' && mayChange && (
        <section className={classes.new} aria-label={t('new')}>
          <TaskForm leave={leave} saved={(task) => { leave(); showNotice({ message: t('created', { title: task.title }) }) }} />
        </section>
      )}
      <div className={classes.beside}>
        <div className={classes.main}>{board ? <TaskBoard {...given} /> : <TaskList {...given} add={() => open('new')} clear={() => change({ owner: undefined, late: undefined, location: undefined, origin: undefined })} />}</div>
        {shown !== null && <TaskPane key={shown} id={shown} known={queries.getQueryData<Task>(queryKeys.tasks.one(shown))} closing={search.close === true} acts={acts} close={leave} stopClosing={() => change({ close: undefined })} />}
      </div>
    </div>
  )
}
