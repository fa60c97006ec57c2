// What is to be done about one ticket, in its side panel.
import { listTasks } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { Problem } from '../../ui/Problem.tsx'
import { TaskForm } from './TaskForm.tsx'
import { TaskRow } from './TaskRow.tsx'
import { useTaskActs } from './use-task-acts.ts'
import classes from './ticket-tasks.module.css'

export function TicketTasks({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('tasks')
  const mayChange = useCan('ticket.change')
  const acts = useTaskActs()
  const [open, setOpen] = useState<string | null>(null)
  const tasks = useQuery({ queryKey: queryKeys.tickets.tasks(ticketId), queryFn: ({ signal }) => api(listTasks, { query: { ticketId, state: 'open', limit: 50 }, signal }) })
  const leave = () => setOpen(null)
  return (
    <div className={classes.tasks}>
      {tasks.isError && <Problem error={tasks.error} retry={() => void tasks.refetch()} />}
      {tasks.data?.items.map((task) => (open === task.id ? <TaskForm key={task.id} task={task} leave={leave} saved={leave} /> : <TaskRow key={task.id} task={task} small finish={acts.setDone} edit={({ id }) => setOpen(id)} />))}
      {mayChange && (open === 'new' ? <TaskForm ticketId={ticketId} leave={leave} saved={leave} /> : (
        <Button variant="subtle" color="gray" size="compact-sm" className={classes.add} leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => setOpen('new')}>{t('addHere')}</Button>
      ))}
    </div>
  )
}
