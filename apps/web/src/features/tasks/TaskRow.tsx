import type { Task } from '@kontuar/contracts'
import { ActionIcon } from '@mantine/core'
import { IconCheck, IconChecklist, IconPencil, IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { Initials } from '../../ui/Initials.tsx'
import { TaskDue } from './TaskDue.tsx'
import { TaskMarks } from './TaskMarks.tsx'
import classes from './task-row.module.css'

interface Given { task: Task; /** In the panel of its ticket, which need not be named again. */ small?: boolean; current?: boolean; finish: (task: Task, done: boolean) => void; open: (task: Task) => void }

export function TaskRow({ task, small = false, current = false, finish, open }: Given) {
  const { t } = useTranslation('tasks')
  const mayChange = useCan('ticket.change')
  const done = task.state === 'done'
  const Kind = task.kind === 'call-back' ? IconPhone : IconChecklist
  return (
    <div className={classes.row} data-small={small || undefined} data-done={done || undefined} data-current={current || undefined}>
      <button type="button" className={classes.tick} role="checkbox" aria-checked={done} aria-label={t('finish', { title: task.title })} disabled={!mayChange} data-task={task.id} onClick={() => finish(task, !done)}>
        {done && <IconCheck size={13} stroke={2.5} aria-hidden />}
      </button>
      <Kind size={15} stroke={1.5} className={classes.kind} aria-label={t(`kind.${task.kind}`)} role="img" />
      <div className={classes.about}>
        {small ? <span className={classes.title}>{task.title}</span> : <button type="button" className={classes.title} aria-expanded={current} onClick={() => open(task)}>{task.title}</button>}
        <span className={classes.more}>
          <TaskDue task={task} />
          {task.state === 'doing' && <span className={classes.state}>{t('state.doing')}</span>}
          {!small && task.ticketId !== null && task.ticketNumber !== null && <Link to="/tickets/$ticketId" params={{ ticketId: task.ticketId }} className={classes.link}>#{task.ticketNumber}</Link>}
          {!small && task.customerId !== null && task.customerName !== null && <Link to="/customers/$customerId" params={{ customerId: task.customerId }} className={classes.link}>{task.customerName}</Link>}
          <TaskMarks task={task} />
          {task.note && <span className={classes.note} title={task.note}>{task.note}</span>}
        </span>
      </div>
      <span className={classes.owner} title={task.ownerName ?? t('nobody')}>
        {task.ownerName !== null && <Initials name={task.ownerName} />}
        <span className={classes.ownerName}>{task.ownerName ?? t('nobody')}</span>
      </span>
      {small && mayChange && !done ? <ActionIcon size={28} aria-label={t('edit', { title: task.title })} onClick={() => open(task)}><IconPencil size={15} stroke={1.5} /></ActionIcon> : small && <span className={classes.room} />}
    </div>
  )
}
