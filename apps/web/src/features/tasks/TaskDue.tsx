import type { Task } from '@kontuar/contracts'
import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { span } from '../../ui/clock/time-left.ts'
import { useClockWords } from '../../ui/clock/use-clock-words.ts'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { useNow } from '../../ui/use-now.ts'
import classes from './task-row.module.css'

/** When it is to be done, in words: how late, in how long, or done since. */
export function TaskDue({ task }: { task: Task }) {
  const { t } = useTranslation('tasks')
  const now = useNow()
  const words = useClockWords()
  if (task.doneAt) return <span className={classes.due}>{t('doneAt')} <RelativeTime at={task.doneAt} /></span>
  if (!task.dueAt) return <span className={classes.due}>{t('noDue')}</span>
  const due = new Date(task.dueAt)
  const left = due.getTime() - now.getTime()
  const time = words.duration(left)
  const near = left > 0 && span(left).days === 0 && left < 3_600_000
  return (
    <Tooltip label={words.exact(due)}>
      <time className={classes.due} dateTime={task.dueAt} data-tone={left < 0 ? 'late' : near ? 'soon' : undefined}>{left < 0 ? t('late', { time }) : t('in', { time })}</time>
    </Tooltip>
  )
}
