import { changeTask, createTask, listTickets, type BodyOf, type Task } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'
import { asksWords } from './asks-words.ts'

interface Kept { id?: string; pages?: { items: Task[] }[]; items?: Task[] }

const now = () => new Date().toISOString()

/** @param ask shows where cause and remedy are written: without them a task that asks is not closed */
export function useTaskActs(ask: (task: Task) => void) {
  const { t } = useTranslation('tasks')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const renew = (task: Pick<Task, 'ticketId'>) => Promise.all([
    queries.invalidateQueries({ queryKey: queryKeys.tasks.all }),
    queries.invalidateQueries({ queryKey: queryKeys.today.counts }),
    ...(task.ticketId === null ? [] : [queries.invalidateQueries({ queryKey: queryKeys.tickets.tasks(task.ticketId) })]),
  ])
  /** The row shows it at once and stays where it is until the lists are asked again. */
  const show = (id: string, change: Partial<Task>) => {
    const inside = (items: Task[]) => items.map((each) => (each.id === id ? { ...each, ...change } : each))
    const put = (kept: Kept | undefined) => (kept?.pages ? { ...kept, pages: kept.pages.map((page) => ({ ...page, items: inside(page.items) })) } : kept?.items ? { ...kept, items: inside(kept.items) } : kept?.id === id ? { ...kept, ...change } : kept)
    queries.setQueriesData<Kept>({ queryKey: queryKeys.tasks.all }, put)
    queries.setQueriesData<Kept>({ predicate: ({ queryKey }) => queryKey[0] === 'tickets' && queryKey.at(-1) === 'tasks' }, put)
  }
  const setState = async (task: Task, state: Task['state'], byUndo = false): Promise<void> => {
    if (state === task.state) return
    if (state === 'done' && asksWords(task)) return ask(task)
    show(task.id, { state, doneAt: state === 'done' ? now() : null })
    try {
      await api(changeTask, { params: { id: task.id }, body: { state } })
      if (!byUndo) showNotice({ message: t(state === 'done' ? 'done' : state === 'doing' ? 'begun' : 'reopened', { title: task.title }), undo: () => setState({ ...task, state }, task.state, true) })
    } catch (error) {
      show(task.id, { state: task.state, doneAt: task.doneAt })
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    } finally {
      void renew(task)
    }
  }
  const add = async (body: BodyOf<typeof createTask>): Promise<Task> => {
    const task = await api(createTask, { body })
    await renew(task)
    return task
  }
  const change = async (id: string, body: BodyOf<typeof changeTask>): Promise<Task> => {
    const task = await api(changeTask, { params: { id }, body })
    queries.setQueryData(queryKeys.tasks.one(id), task)
    await renew(task)
    return task
  }
  /** Steps are ticked at once; a tick that failed comes back. */
  const setChecklist = async (task: Task, checklist: Task['checklist']): Promise<void> => {
    show(task.id, { checklist })
    try {
      await api(changeTask, { params: { id: task.id }, body: { checklist } })
    } catch (error) {
      show(task.id, { checklist: task.checklist })
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    } finally {
      void renew(task)
    }
  }
  return {
    setState: (task: Task, state: Task['state']) => void setState(task, state),
    setDone: (task: Task, done: boolean) => void setState(task, done ? 'done' : 'open'),
    setChecklist: (task: Task, checklist: Task['checklist']) => void setChecklist(task, checklist), add, change,
  }
}

/** The id of the ticket with this number; null: there is none, or it is not seen. */
export async function ticketOfNumber(number: number): Promise<string | null> {
  const { items } = await api(listTickets, { query: { number, limit: 1 } })
  return items[0]?.id ?? null
}
