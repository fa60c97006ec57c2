// The board: cards carried from column to column by the pointer, or with Shift and the arrows; the arrows alone go about.
import { listTasks, type Task } from '@kontuar/contracts'
import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useDrag } from '../../ui/drag/use-drag.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { useNow } from '../../ui/use-now.ts'
import { columnBeside, columnsOf, states } from './columns.ts'
import { TaskCard } from './TaskCard.tsx'
import { taskQuery, type TaskSearch } from './task-search.ts'
import type { useTaskActs } from './use-task-acts.ts'
import classes from './task-board.module.css'

const mostInColumn = 200
/** Within it the lists of a card that was moved have come back from the server. */
const settlesMs = 5000

export function TaskBoard({ search, acts, open }: { search: TaskSearch; acts: ReturnType<typeof useTaskActs>; open: (id: string) => void }) {
  const { t } = useTranslation('tasks')
  const mayChange = useCan('ticket.change')
  const now = useNow().getTime()
  const lists = { open: useColumn(search, 'open'), doing: useColumn(search, 'doing'), done: useColumn(search, 'done') }
  const columns = columnsOf(states.flatMap((state) => lists[state].data?.items ?? []), now)
  const all = states.flatMap((state) => columns[state])
  const place = useRef<HTMLDivElement>(null)
  const refocus = useRef<{ id: string; /** Set when it has arrived. */ until?: number }>(undefined)
  const [said, setSaid] = useState('')
  const find = (id: string | undefined) => all.find((task) => task.id === id)
  const put = (task: Task, state: Task['state']) => {
    if (task.state === state) return
    refocus.current = { id: task.id }
    setSaid(t('board.moved', { title: task.title, column: t(`state.${state}`) }))
    acts.setState(task, state)
  }
  const { held, press } = useDrag({ hold: () => {}, drop: ([id], column) => { const task = find(id); const state = states.find((each) => each === column); if (task && state) put(task, state) } })
  // A card that changes its column is made anew there, and again when the server's lists come one after the other: the keyboard stays with it, unless
  // somebody went on by themselves.
  useEffect(() => {
    const wanted = refocus.current
    if (wanted === undefined) return
    const card = place.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(wanted.id)}"]`)
    const lost = document.activeElement === null || document.activeElement === document.body
    const arrived = wanted.until !== undefined
    if (arrived && (Date.now() > wanted.until! || (!lost && document.activeElement !== card))) { refocus.current = undefined; return }
    if (!card || (arrived && !lost)) return
    card.focus()
    refocus.current = { id: wanted.id, until: wanted.until ?? Date.now() + settlesMs }
  })
  const focused = () => find((document.activeElement as HTMLElement | null)?.dataset?.['task'])
  const focus = (task: Task | undefined) => { if (task) place.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(task.id)}"]`)?.focus() }
  const go = (step: 1 | -1) => {
    const task = focused()
    const column = task ? columns[task.state] : all
    focus(column[task ? Math.max(0, Math.min(column.length - 1, column.indexOf(task) + step)) : 0])
  }
  const across = (step: 1 | -1) => {
    const task = focused()
    if (!task) return
    const row = columns[task.state].indexOf(task)
    for (let state = columnBeside(task.state, step); state !== null; state = columnBeside(state, step)) if (columns[state].length > 0) return focus(columns[state][Math.min(row, columns[state].length - 1)])
  }
  const carry = (step: 1 | -1) => {
    const task = focused()
    const state = task && columnBeside(task.state, step)
    if (mayChange && task && state) put(task, state)
  }
  const arrows = (event: KeyboardEvent) => {
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey || !focused()) return
    const act = { ArrowUp: () => go(-1), ArrowDown: () => go(1), ArrowLeft: () => across(-1), ArrowRight: () => across(1) }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  useShortcuts(t('board'), [
    { keys: 'j', label: t('keys.next'), run: () => go(1) },
    { keys: 'k', label: t('keys.previous'), run: () => go(-1) },
    ...(mayChange ? [
      { keys: 'shift+arrowright', label: t('keys.forward'), run: () => carry(1) },
      { keys: 'shift+arrowleft', label: t('keys.back'), run: () => carry(-1) },
      { keys: 'e', label: t('keys.finish'), run: () => { const task = focused(); if (task) put(task, task.state === 'done' ? 'open' : 'done') } },
    ] : []),
  ])
  const carried = held && find(held.ids[0])
  return (
    <div ref={place} role="group" aria-label={t('board')} className={classes.board} data-holding={held !== null || undefined} onKeyDown={arrows}>
      {states.map((state) => {
        const { isPending, isError, error, refetch, data } = lists[state]
        const tasks = columns[state]
        return (
          <section key={state} className={classes.column} aria-label={t(`state.${state}`)} data-receiver={state} data-over={(held?.over === state && carried?.state !== state) || undefined}>
            <h2 className={classes.name}>{t(`state.${state}`)} {!isPending && !isError && <span className={classes.count}>{tasks.length}{data?.next && state !== 'done' ? '+' : ''}</span>}{state === 'done' && <span className={classes.hint}>{t('board.week')}</span>}</h2>
            {isPending ? <RowSkeletons rows={4} height={72} /> : isError ? <Problem error={error} retry={() => void refetch()} /> : tasks.length === 0 ? <p className={classes.empty}>{t(`board.empty.${state}`)}</p> : (
              <ul className={classes.cards}>
                {tasks.map((task) => <TaskCard key={task.id} task={task} current={search.task === task.id} carried={carried?.id === task.id} open={open} {...(mayChange && { press })} />)}
              </ul>
            )}
          </section>
        )
      })}
      {held && carried && createPortal(<div className={classes.flying} ref={(element) => { element?.style.setProperty('transform', `translate(${held.x + 10}px, ${held.y + 8}px)`) }} aria-hidden>{carried.title}</div>, document.body)}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  )
}

function useColumn(search: TaskSearch, state: Task['state']) {
  const query = taskQuery(search.show === 'done' ? { ...search, show: 'everybody' } : search, state)
  return useQuery({ queryKey: queryKeys.tasks.list({ ...query, column: true }), queryFn: ({ signal }) => api(listTasks, { query: { ...query, limit: mostInColumn }, signal }) })
}
