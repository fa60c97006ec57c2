import type { Task } from '@kontuar/contracts'
import { IconGripVertical, IconPhone } from '@tabler/icons-react'
import type { PointerEvent as Press } from 'react'
import { useTranslation } from 'react-i18next'
import { Initials } from '../../ui/Initials.tsx'
import { TaskDue } from './TaskDue.tsx'
import { TaskMarks } from './TaskMarks.tsx'
import classes from './task-board.module.css'

interface Given { task: Task; current: boolean; carried: boolean; open: (id: string) => void; press?: (event: Press, ids: readonly string[]) => void }

export function TaskCard({ task, current, carried, open, press }: Given) {
  const { t } = useTranslation('tasks')
  return (
    <li className={classes.card} data-current={current || undefined} data-carried={carried || undefined} data-done={task.state === 'done' || undefined} data-may={press ? true : undefined} onPointerDown={press && ((event) => press(event, [task.id]))}>
      <span className={classes.top}>
        {task.kind === 'call-back' && <IconPhone size={15} stroke={1.5} className={classes.kind} role="img" aria-label={t('kind.call-back')} />}
        <button type="button" className={classes.title} data-task={task.id} aria-expanded={current} onClick={() => open(task.id)}>{task.title}</button>
        {press && <span className={classes.grip} data-grip aria-hidden title={t('board.grip')}><IconGripVertical size={15} stroke={1.5} /></span>}
      </span>
      <span className={classes.facts}>
        <TaskDue task={task} />
        {task.ticketNumber !== null && <span>#{task.ticketNumber}</span>}
        {task.customerName !== null && <span>{task.customerName}</span>}
        <TaskMarks task={task} />
      </span>
      {task.ownerName === null ? <span className={classes.owner}>{t('nobody')}</span> : <span className={classes.owner}><Initials name={task.ownerName} /><span>{task.ownerName}</span></span>}
    </li>
  )
}
