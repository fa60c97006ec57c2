// What is to be done about one ticket, in its side panel.
import { listTasks, type Task } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Problem } from '../../ui/Problem.tsx'
import { CloseTask } from './CloseTask.tsx'
import { TaskForm } from './TaskForm.tsx'
import { TaskRow } from './TaskRow.tsx'
import { useTaskActs } from './use-task-acts.ts'
import './task-styles.ts'
import classes from './ticket-tasks.module.css'

export function TicketTasks({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('tasks')
  const mayChange = useCan('ticket.change')
  const [open, setOpen] = useState<{ id: string; closing: boolean } | null>(null)
  const acts = useTaskActs(({ id }) => setOpen({ id, closing: true }))
  const tasks = useQuery({ queryKey: queryKeys.tickets.tasks(ticketId), queryFn: ({ signal }) => api(listTasks, { query: { ticketId, state: 'undone', limit: 50 }, signal }) })
  const leave = () => setOpen(null)
  const row = (task: Task) => {
    if (open?.id === task.id && !open.closing) return <TaskForm key={task.id} task={task} leave={leave} saved={leave} />
    return (
      <div key={task.id}>
        <TaskRow task={task} small finish={acts.setDone} open={({ id }) => setOpen({ id, closing: false })} />
        {open?.id === task.id && <div className={classes.closing}><CloseTask task={task} leave={leave} /></div>}
      </div>
    )
  }
  return (
    <div className={classes.tasks}>
      {tasks.isError && <Problem error={tasks.error} retry={() => void tasks.refetch()} />}
      {tasks.data?.items.map(row)}
      {mayChange && (open?.id === 'new' ? <TaskForm ticketId={ticketId} leave={leave} saved={leave} /> : (
        <Button variant="subtle" color="gray" size="compact-sm" className={classes.add} leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => setOpen({ id: 'new', closing: false })}>{t('addHere')}</Button>
      ))}
    </div>
  )
}
