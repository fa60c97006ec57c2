import { changeTask, createTask, listTickets, type BodyOf, type Task } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'

interface Kept { pages?: { items: Task[] }[]; items?: Task[] }

const now = () => new Date().toISOString()

export function useTaskActs() {
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
    const put = (kept: Kept | undefined) => (kept?.pages ? { ...kept, pages: kept.pages.map((page) => ({ ...page, items: inside(page.items) })) } : kept?.items ? { ...kept, items: inside(kept.items) } : kept)
    queries.setQueriesData<Kept>({ queryKey: queryKeys.tasks.all }, put)
    queries.setQueriesData<Kept>({ predicate: ({ queryKey }) => queryKey[0] === 'tickets' && queryKey.at(-1) === 'tasks' }, put)
  }
  const setDone = async (task: Task, done: boolean, byUndo = false): Promise<void> => {
    show(task.id, { doneAt: done ? now() : null })
    try {
      await api(changeTask, { params: { id: task.id }, body: { done } })
      if (!byUndo) showNotice({ message: t(done ? 'done' : 'reopened', { title: task.title }), undo: () => setDone(task, !done, true) })
    } catch (error) {
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
    await renew(task)
    return task
  }
  return { setDone: (task: Task, done: boolean) => void setDone(task, done), add, change }
}

/** The id of the ticket with this number; null: there is none, or it is not seen. */
export async function ticketOfNumber(number: number): Promise<string | null> {
  const { items } = await api(listTickets, { query: { number, limit: 1 } })
  return items[0]?.id ?? null
}
