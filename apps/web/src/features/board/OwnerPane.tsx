// The open tickets of one owner, to be handed on: dragged onto somebody, or chosen and given by keyboard.
import type { Board, Ticket } from '@kontuar/contracts'
import { Button, CloseButton } from '@mantine/core'
import { IconGripVertical, IconUserShare } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState, type PointerEvent as Press } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { ClockRing } from '../../ui/clock/ClockRing.tsx'
import { ColourDot } from '../../ui/colour/ColourDot.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { KeyboardHint } from '../../ui/KeyboardHint.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import { customerName, useNames } from '../tickets/list/index.ts'
import { PriorityMark, TicketStatus } from '../tickets/marks/index.ts'
import { AssignTo } from './AssignTo.tsx'
import type { BoardSearch } from './board-search.ts'
import { RefusalList } from './RefusalList.tsx'
import { rowsBehind, type TeamReach } from './rows-behind.ts'
import { mostOfOwner, useOwnerTickets } from './use-board.ts'
import type { useReassign } from './use-reassign.ts'
import classes from './owner-pane.module.css'

interface Given { name: string; search: BoardSearch; team: TeamReach | null; owners: Board['owners']; reassign: ReturnType<typeof useReassign>; press: (event: Press, ids: readonly string[]) => void; close: () => void }

export function OwnerPane({ name, search, team, owners, reassign, press, close }: Given) {
  const { t } = useTranslation('board')
  const { t: tTickets } = useTranslation('tickets')
  const { t: tCommon } = useTranslation()
  const mayChange = useCan('ticket.change')
  const names = useNames()
  const { tickets, more, isPending, error, refetch } = useOwnerTickets(search)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [giving, setGiving] = useState<readonly string[] | null>(null)
  const place = useRef<HTMLUListElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [])
  const left = tickets.filter(({ id }) => chosen.has(id)).map(({ id }) => id)

  const links = () => [...(place.current?.querySelectorAll<HTMLElement>('[data-ticket]') ?? [])]
  const here = () => (document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-ticket]') ?? null)
  const move = (step: 1 | -1) => {
    const all = links()
    const at = all.indexOf(here()!)
    all.at(at < 0 ? (step === 1 ? 0 : -1) : Math.max(0, Math.min(all.length - 1, at + step)))?.focus()
  }
  const toggle = (id: string) => setChosen((before) => {
    const next = new Set(before)
    if (!next.delete(id)) next.add(id)
    return next
  })
  const meant = (id: string | undefined): readonly string[] => (id !== undefined && !chosen.has(id) ? [id] : left)
  const assign = () => {
    const ids = left.length > 0 ? left : meant(here()?.dataset['ticket'])
    if (ids.length > 0) setGiving(ids)
  }
  useShortcuts(t('openOwner', { name }), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    ...(mayChange ? [
      { keys: 'x', label: t('keys.select'), run: () => { const id = here()?.dataset['ticket']; if (id) toggle(id) } },
      { keys: 'a', label: t('keys.assign'), run: assign },
    ] : []),
    { keys: 'escape', label: t('keys.close'), run: () => (giving ? setGiving(null) : chosen.size > 0 ? setChosen(new Set()) : close()) },
  ])
  const row = (ticket: Ticket) => {
    const queue = names.queue(ticket.queueId)
    return (
      <li key={ticket.id} className={classes.row} data-chosen={chosen.has(ticket.id) || undefined} data-moving={reassign.moving.has(ticket.id) || undefined} data-may={mayChange || undefined} onPointerDown={mayChange ? (event) => { if (!(event.target as HTMLElement).closest('input')) press(event, chosen.has(ticket.id) ? left : [ticket.id]) } : undefined}>
        {mayChange && <span className={classes.grip} data-grip title={t('grip')}><IconGripVertical size={15} stroke={1.5} aria-hidden /></span>}
        {mayChange && <input type="checkbox" checked={chosen.has(ticket.id)} aria-label={t('select.one', { number: ticket.number })} onChange={() => toggle(ticket.id)} />}
        <Link to="/tickets/$ticketId" params={{ ticketId: ticket.id }} search={rowsBehind(search, { owner: search.owner === 'none' ? null : search.owner! }, team)} preload={false} draggable={false} className={classes.ticket} data-ticket={ticket.id}>
          <TicketStatus status={ticket.status} category={ticket.statusCategory} bare />
          <span className={classes.about}>
            <span className={classes.first}><span className={classes.who}>{customerName(ticket)}</span> {ticket.subject || tTickets('noSubject')}</span>
            <span className={classes.second}>
              <span>#{ticket.number}</span>
              {queue && <span className={classes.queue}><ColourDot colour={queue.colour} /> {queue.name}</span>}
              <PriorityMark priority={ticket.priority} />
              {ticket.dueAt && <ClockRing from={ticket.dueFrom} due={ticket.dueAt} kind={ticket.dueKind} />}
            </span>
          </span>
        </Link>
      </li>
    )
  }
  return (
    <section className={classes.pane} aria-label={t('openOwner', { name })}>
      <header className={classes.head}>
        <div className={classes.title}>
          <h2 ref={head} tabIndex={-1}>{name}</h2>
          <Link to="/tickets" search={rowsBehind(search, { owner: search.owner === 'none' ? null : search.owner! }, team)} preload={false} className={classes.list}>{t('pane.list')}</Link>
        </div>
        <CloseButton aria-label={tCommon('action.close')} onClick={close} />
      </header>
      {mayChange && tickets.length > 0 && (
        <div className={classes.bar}>
          <label className={classes.all}><input type="checkbox" checked={left.length === tickets.length} aria-label={t('select.all')} ref={(box) => { if (box) box.indeterminate = left.length > 0 && left.length < tickets.length }} onChange={() => setChosen(left.length === tickets.length ? new Set() : new Set(tickets.map(({ id }) => id)))} /> {left.length > 0 ? t('dragging', { count: left.length }) : t('select.all')}</label>
          <AssignTo owners={owners} except={search.owner ?? ''} ids={giving} open={() => setGiving(left)} leave={() => setGiving(null)} give={(to) => { reassign.give(giving ?? left, to); setChosen(new Set()); setGiving(null) }}>
            <Button size="compact-sm" variant={left.length > 0 ? 'filled' : 'default'} disabled={left.length === 0} leftSection={<IconUserShare size={15} stroke={1.5} />} rightSection={<KeyboardHint keys="a" />} onClick={() => setGiving(left)}>{t('assign')}</Button>
          </AssignTo>
        </div>
      )}
      {reassign.refusals && <RefusalList {...reassign.refusals} close={reassign.forget} />}
      {isPending ? <div className={classes.padded}><RowSkeletons rows={8} height={48} /></div>
        : error ? <div className={classes.padded}><Problem error={error} retry={() => void refetch()} /></div>
        : tickets.length === 0 ? <EmptyState title={t('pane.empty')} /> : <ul ref={place} className={classes.rows}>{tickets.map(row)}</ul>}
      {more && <p className={classes.note}>{t('pane.more', { count: mostOfOwner })}</p>}
      {mayChange && tickets.length > 0 && <p className={classes.note} data-mouse>{t('pane.hint')}</p>}
    </section>
  )
}
