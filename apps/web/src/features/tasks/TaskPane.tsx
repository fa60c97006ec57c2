// One task with all there is to it: where it stands, by when, its steps, what it came from, and what was found when it was closed.
import { getTask, type Task } from '@kontuar/contracts'
import { Button, CloseButton, SegmentedControl } from '@mantine/core'
import { IconChecklist, IconPencil, IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useClockWords } from '../../ui/clock/use-clock-words.ts'
import { Problem } from '../../ui/Problem.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { FormSkeleton } from '../../ui/Skeletons.tsx'
import { Checklist } from './Checklist.tsx'
import { CloseTask } from './CloseTask.tsx'
import { states } from './columns.ts'
import { SourceLink } from './SourceLink.tsx'
import { TaskDue } from './TaskDue.tsx'
import { TaskForm } from './TaskForm.tsx'
import { useBusinessLeft } from './use-business-left.ts'
import type { useTaskActs } from './use-task-acts.ts'
import classes from './task-pane.module.css'

interface Given { id: string; known: Task | undefined; closing: boolean; acts: ReturnType<typeof useTaskActs>; close: () => void; stopClosing: () => void }

export function TaskPane({ id, known, closing, acts, close, stopClosing }: Given) {
  const { t } = useTranslation('tasks')
  const { t: tCommon } = useTranslation()
  const { data: task = known, error, refetch } = useQuery({ queryKey: queryKeys.tasks.one(id), queryFn: ({ signal }) => api(getTask, { params: { id }, signal }) })
  const [editing, setEditing] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  const mayChange = useCan('ticket.change')
  const Kind = task?.kind === 'call-back' ? IconPhone : IconChecklist
  useEffect(() => { if (!closing) head.current?.focus({ preventScroll: true }) }, [closing])
  useShortcuts(t('pane'), [{ keys: 'escape', label: tCommon('action.close'), run: close }])
  return (
    <section className={classes.pane} aria-label={t('pane')}>
      <header className={classes.head}>
        {task && <Kind size={17} stroke={1.5} className={classes.kind} role="img" aria-label={t(`kind.${task.kind}`)} />}
        <h2 ref={head} tabIndex={-1}>{task?.title ?? t('pane')}</h2>
        <CloseButton aria-label={tCommon('action.close')} onClick={close} />
      </header>
      {!task ? <div className={classes.body}>{error ? <Problem error={error} retry={() => void refetch()} /> : <FormSkeleton fields={4} />}</div>
        : editing ? <TaskForm task={task} leave={() => setEditing(false)} saved={() => setEditing(false)} />
        : (
          <div className={classes.body}>
            <div className={classes.acts}>
              <SegmentedControl size="xs" aria-label={t('state')} disabled={!mayChange} data={states.map((state) => ({ value: state, label: t(`state.${state}`) }))} value={task.state} onChange={(state) => acts.setState(task, state as Task['state'])} />
              {mayChange && <Button variant="default" size="compact-sm" leftSection={<IconPencil size={14} stroke={1.5} />} onClick={() => setEditing(true)}>{t('change')}</Button>}
            </div>
            {closing && task.state !== 'done' && <div className={classes.closing}><CloseTask task={task} leave={stopClosing} /></div>}
            <Facts task={task} />
            {task.note && <p className={classes.note}>{task.note}</p>}
            {(task.checklist.length > 0 || (mayChange && task.state !== 'done')) && (
              <>
                <h3 className={classes.part}>{t('checklist')}</h3>
                <Checklist steps={task.checklist} locked={!mayChange || task.state === 'done'} change={(checklist) => acts.setChecklist(task, checklist)} />
              </>
            )}
          </div>
        )}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>
}

function Facts({ task }: { task: Task }) {
  const { t } = useTranslation('tasks')
  const words = useClockWords()
  const left = useBusinessLeft(task.doneAt === null ? task.dueAt : null)
  const hours = left === null ? 0 : Math.round(left / 3_600_000)
  return (
    <dl className={classes.facts}>
      <Fact name={t('field.due')}>
        {task.dueAt === null ? t('noDue') : words.exact(new Date(task.dueAt))}
        {task.dueAt !== null && task.doneAt === null && <span className={classes.more}>{left === null ? <TaskDue task={task} /> : left < 60_000 ? <><TaskDue task={task} />, {t('dueClosed')}</> : hours >= 1 ? t('dueIn', { count: hours }) : t('dueSoon', { time: words.hours(left) })}</span>}
      </Fact>
      {task.remindAt !== null && <Fact name={t('field.remind')}>{words.exact(new Date(task.remindAt))}</Fact>}
      <Fact name={t('field.owner')}>{task.ownerName ?? t('nobody')}</Fact>
      {task.locationName !== null && <Fact name={t('field.location')}>{task.locationName}</Fact>}
      {task.ticketId !== null && task.ticketNumber !== null && <Fact name={t('ticket')}><Link to="/tickets/$ticketId" params={{ ticketId: task.ticketId }} className={classes.link}>#{task.ticketNumber}</Link></Fact>}
      {task.customerId !== null && task.customerName !== null && <Fact name={t('customer')}><Link to="/customers/$customerId" params={{ customerId: task.customerId }} className={classes.link}>{task.customerName}</Link></Fact>}
      <Fact name={t('origin')}><SourceLink task={task} /></Fact>
      {task.escalatedAt !== null && <Fact name={t('escalated')}><RelativeTime at={task.escalatedAt} /></Fact>}
      {task.causeName !== null && <Fact name={t('close.cause')}>{task.causeName}</Fact>}
      {task.remedy !== '' && <Fact name={t('close.remedy')}><span className={classes.remedy}>{task.remedy}</span></Fact>}
      {task.doneAt !== null && <Fact name={t('state.done')}>{words.exact(new Date(task.doneAt))}{task.doneByName !== null && <span className={classes.more}>{task.doneByName}</span>}</Fact>}
    </dl>
  )
}
