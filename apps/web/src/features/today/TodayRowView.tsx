import { IconCheck, IconChecklist, IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ClockRing } from '../../ui/clock/ClockRing.tsx'
import { ColourDot } from '../../ui/colour/ColourDot.tsx'
import { Initials } from '../../ui/Initials.tsx'
import { customerName, type Names } from '../tickets/list/index.ts'
import type { Scope } from '../tickets/search/index.ts'
import { PriorityMark, TicketStatus } from '../tickets/marks/index.ts'
import { useBecause } from './because.ts'
import { CallBackPhone } from './CallBackPhone.tsx'
import type { TodayRow } from './today-list.ts'
import doneClasses from './all-done.module.css'
import classes from './today.module.css'

interface Given { row: TodayRow; whose: Scope; current: boolean; open: boolean; tabbable: boolean; names: Names; finish: (row: TodayRow) => void }

/** What is to be done, for whom, and why it stands here. */
export function TodayRowView({ row, whose, current, open, tabbable, names, finish }: Given) {
  const { t } = useTranslation('today')
  const { t: tTickets } = useTranslation('tickets')
  const because = useBecause()(row.because)
  const { ticket, task } = row
  const owner = ticket ? ticket.assignee?.name : task?.ownerName
  const queue = names.queue(ticket?.queueId ?? task?.queueId ?? null)
  const ticketId = ticket?.id ?? task?.ticketId ?? null
  const title = ticket ? ticket.subject || tTickets('noSubject') : (task?.title ?? '')
  const who = ticket ? customerName(ticket) : task?.customerName
  const calls = task?.kind === 'call-back' && task.customerId !== null && !row.done
  const inside = (
    <>
      {ticket && <span className={classes.mark}>{row.done ? <IconCheck size={16} stroke={2} className={doneClasses.tick} aria-label={t('done')} /> : <TicketStatus status={ticket.status} category={ticket.statusCategory} bare />}</span>}
      <span className={classes.about}>
        <span className={classes.first}>
          {who && <span className={classes.who}>{who}</span>}
          <span className={classes.subject}>{title}</span>
        </span>
        <span className={classes.why}>
          {row.done ? <span>{t('doneWords')}</span> : because.map(({ text, tone }, index) => <span key={index} className={classes.because} data-tone={tone}>{text}</span>)}
          {task?.note && <span className={classes.note}>{task.note}</span>}
        </span>
      </span>
      <span className={classes.queue}>{queue && <><ColourDot colour={queue.colour} /> {queue.name}</>}</span>
      <span className={classes.owner} title={owner ?? tTickets('owner.none')}>{owner && <Initials name={owner} />}<span className={classes.hidden}>{owner ?? tTickets('owner.none')}</span></span>
      {row.dueAt && !row.done && <span className={classes.ring}><ClockRing from={ticket?.dueFrom ?? null} due={row.dueAt} kind={ticket?.dueKind} bare /></span>}
      <span className={classes.priority}>{ticket && <PriorityMark priority={ticket.priority} />}</span>
      {!calls && <span className={classes.due}>{row.dueAt && !row.done && <ClockRing from={ticket?.dueFrom ?? null} due={row.dueAt} kind={ticket?.dueKind} />}</span>}
    </>
  )
  const marks = { className: classes.body, 'data-item': row.id, tabIndex: tabbable ? 0 : -1 }
  return (
    <li className={classes.row} data-cursor={current || undefined} data-open={open || undefined} data-done={row.done || undefined} data-task={task ? true : undefined} data-calls={calls || undefined}>
      {task && (
        <button type="button" className={classes.finish} role="checkbox" aria-checked={row.done} aria-label={t('finish', { title })} onClick={() => finish(row)}>
          {row.done && <IconCheck size={13} stroke={2.5} aria-hidden />}
        </button>
      )}
      {task && <span className={classes.kind}>{task.kind === 'call-back' ? <IconPhone size={15} stroke={1.5} aria-label={t('callBack')} /> : <IconChecklist size={15} stroke={1.5} aria-label={t('task')} />}</span>}
      {ticketId === null ? <Link to="/tasks" search={{ show: 'everybody', task: row.id }} preload={false} {...marks}>{inside}</Link> : (
        <Link to="/tickets/$ticketId" params={{ ticketId }} search={{ view: 'today', ...(whose === 'mine' ? {} : { whose }) }} preload={false} activeProps={{}} aria-current={open ? 'true' : undefined} {...marks}>{inside}</Link>
      )}
      {calls && task.customerId && <span className={classes.phonePlace}><CallBackPhone customerId={task.customerId} /></span>}
    </li>
  )
}
