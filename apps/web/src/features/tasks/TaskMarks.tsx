// Small marks of a task: how many steps are done, where it is, that it is to be thought of, that it was handed up.
import type { Task } from '@kontuar/contracts'
import { Tooltip } from '@mantine/core'
import { IconArrowUp, IconBell, IconListCheck, IconMapPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClockWords } from '../../ui/clock/use-clock-words.ts'
import { useNow } from '../../ui/use-now.ts'
import classes from './task-row.module.css'

export function TaskMarks({ task: { checklist, locationName, remindAt, escalatedAt, doneAt } }: { task: Task }) {
  const { t } = useTranslation('tasks')
  const words = useClockWords()
  const now = useNow()
  const ticked = checklist.filter(({ done }) => done).length
  const open = doneAt === null
  return (
    <>
      {checklist.length > 0 && <Tooltip label={t('checklist.progress', { done: ticked, all: checklist.length })}><span className={classes.fact}><IconListCheck size={14} stroke={1.5} aria-hidden /><span role="img" aria-label={t('checklist.progress', { done: ticked, all: checklist.length })}>{ticked}/{checklist.length}</span></span></Tooltip>}
      {locationName !== null && <span className={classes.fact}><IconMapPin size={14} stroke={1.5} aria-hidden />{locationName}</span>}
      {open && remindAt !== null && Date.parse(remindAt) > now.getTime() && <Tooltip label={t('remindsAt', { at: words.exact(new Date(remindAt)) })}><span className={classes.fact}><IconBell size={14} stroke={1.5} role="img" aria-label={t('remindsAt', { at: words.exact(new Date(remindAt)) })} /></span></Tooltip>}
      {open && escalatedAt !== null && <Tooltip label={t('escalatedAt', { at: words.exact(new Date(escalatedAt)) })}><span className={classes.fact} data-tone="late"><IconArrowUp size={14} stroke={1.75} aria-hidden />{t('escalated.short')}</span></Tooltip>}
    </>
  )
}
