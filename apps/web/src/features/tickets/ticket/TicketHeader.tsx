import type { TicketDetail } from '@kontuar/contracts'
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconLayoutSidebarRight } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { ClockRing } from '../../../ui/clock/ClockRing.tsx'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { usePaletteActions } from '../../../ui/Palette.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import type { Shortcut } from '../../../ui/shortcut-registry.ts'
import { showNotice } from '../../../ui/undo.ts'
import { OwnerMenu } from '../actions/OwnerMenu.tsx'
import { PriorityMenu } from '../actions/PriorityMenu.tsx'
import { QueueMenu } from '../actions/QueueMenu.tsx'
import { StatusMenu } from '../actions/StatusMenu.tsx'
import type { ComposerHandle } from '../composer/composer-handle.ts'
import { MergedLine } from './MergedLine.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { SubjectLine } from './SubjectLine.tsx'
import { TicketLinks } from './TicketLinks.tsx'
import type { Closing } from './use-closing.ts'
import { useHeaderActions } from './use-header-actions.ts'
import { Viewers } from './Viewers.tsx'
import classes from './ticket-page.module.css'

type OpenMenu = 'status' | 'owner' | 'priority' | 'queue' | null

function Tip({ label, keys, children }: { label: string; keys: string; children: ReactNode }) {
  return <Tooltip label={<span className={classes.tip}>{label} <KeyboardHint keys={keys} /></span>}>{children}</Tooltip>
}

interface Given { ticket: TicketDetail; panelShown: boolean; togglePanel: () => void; write: ComposerHandle['write']; closing: Closing; /** Opens a panel below the ticket. */ show: (panel: 'merge' | 'ask' | 'phone') => void }

export function TicketHeader({ ticket, panelShown, togglePanel, write, closing, show }: Given) {
  const { t } = useTranslation('tickets')
  const { t: tTicket } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ from: '/workspace/tickets' })
  const mayChange = useCan('ticket.change')
  const mayAnswer = useCan('ticket.answer')
  const actions = useHeaderActions(ticket, closing)
  const [menu, setMenu] = useState<OpenMenu>(null)
  const closed = ticket.statusCategory === 'closed'

  const back = () => {
    // Esc belongs to what is open on top first.
    if ([...document.querySelectorAll('[role=menu], [role=dialog], [role=listbox]')].some((each) => each.checkVisibility())) return
    leave()
  }
  const record = () => void navigate({ to: '/interactions/new', search: { ticket: ticket.id } })
  const leave = () => void navigate({ to: '/tickets', search: { ...search, selected: ticket.id } })
  const copyLink = () => {
    const address = `${location.origin}/tickets/${ticket.id}`
    // The clipboard needs https or localhost; without it the address is shown to be copied by hand.
    const done = navigator.clipboard ? navigator.clipboard.writeText(address) : Promise.reject(new Error('no clipboard'))
    done.then(() => showNotice({ message: t('ticket.linkCopied') }), () => showNotice({ message: address, seconds: 30 }))
  }
  const closeWord = closed ? t('ticket.reopen') : t('ticket.close')
  const changing: Shortcut[] = mayChange
    ? [
        { keys: 'a', label: t('keys.assignToMe'), run: actions.assignToMe },
        { keys: 'e', label: t('keys.close'), run: actions.closeOrReopen },
        { keys: 's', label: t('keys.status'), run: () => setMenu('status') },
        { keys: 'o', label: t('keys.owner'), run: () => setMenu('owner') },
        { keys: 'p', label: t('keys.priority'), run: () => setMenu('priority') },
        { keys: 'q', label: tTicket('keys.queue'), run: () => setMenu('queue') },
      ]
    : []
  useShortcuts(t('keys.ticket'), [
    ...changing,
    ...(mayAnswer ? [{ keys: 'f', label: tTicket('feedback.ask'), run: () => show('ask') }, { keys: 'shift+f', label: tTicket('feedback.phone'), run: () => show('phone') }] : []),
    { keys: 'i', label: tTicket('keys.panel'), run: togglePanel },
    { keys: 'l', label: t('keys.link'), run: copyLink },
    { keys: 'escape', label: t('keys.back'), run: back },
  ])
  usePaletteActions(t('ticket.label', { number: ticket.number }), [
    ...(mayAnswer
      ? [
          { id: 'answer', label: t('composer.answer'), keys: 'r', run: () => write('message') },
          { id: 'note', label: t('composer.note'), keys: 'n', run: () => write('note') },
          { id: 'record', label: tTicket('record.action'), run: record },
          { id: 'ask', label: tTicket('feedback.ask'), keys: 'f', run: () => show('ask') },
          { id: 'phone', label: tTicket('feedback.phone'), keys: 'shift+f', run: () => show('phone') },
        ]
      : []),
    ...(mayChange
      ? [
          { id: 'close', label: closeWord, keys: 'e', run: actions.closeOrReopen },
          { id: 'mine', label: t('owner.toMe'), keys: 'a', run: actions.assignToMe },
          { id: 'status', label: t('keys.status'), keys: 's', run: () => setMenu('status') },
          { id: 'owner', label: t('keys.owner'), keys: 'o', run: () => setMenu('owner') },
          { id: 'priority', label: t('keys.priority'), keys: 'p', run: () => setMenu('priority') },
          { id: 'queue', label: tTicket('keys.queue'), keys: 'q', run: () => setMenu('queue') },
          ...(ticket.mergedIntoId === null ? [{ id: 'merge', label: tTicket('merge.action'), run: () => show('merge') }] : []),
        ]
      : []),
    { id: 'link', label: t('ticket.copyLink'), keys: 'l', run: copyLink },
    { id: 'panel', label: tTicket('keys.panel'), keys: 'i', run: togglePanel },
  ])

  const menuState = (which: Exclude<OpenMenu, null>) => ({ opened: menu === which, onChange: (opened: boolean) => setMenu(opened ? which : null), disabled: !mayChange })
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <ActionIcon className={classes.back} aria-label={tCommon('action.back')} onClick={leave}>
          <IconArrowLeft size={18} stroke={1.5} />
        </ActionIcon>
        <span className={classes.number}>#{ticket.number}</span>
        <SubjectLine ticket={ticket} editable={mayChange} save={(subject) => actions.setSubject(subject)} />
        {mayChange && (
          <Tip label={closeWord} keys="e">
            <Button className={classes.close} variant="default" size="compact-sm" leftSection={closed ? <IconArrowBackUp size={15} stroke={1.5} /> : <IconCheck size={15} stroke={1.5} />} onClick={actions.closeOrReopen}>
              {closeWord}
            </Button>
          </Tip>
        )}
        <MoreMenu ticket={ticket} copyLink={copyLink} show={show} record={record} />
        <Tip label={tTicket('keys.panel')} keys="i">
          <ActionIcon aria-label={tTicket('keys.panel')} aria-pressed={panelShown} onClick={togglePanel}>
            <IconLayoutSidebarRight size={18} stroke={1.5} />
          </ActionIcon>
        </Tip>
      </div>
      {ticket.mergedIntoId !== null && <MergedLine ticket={ticket} intoId={ticket.mergedIntoId} />}
      <TicketLinks links={ticket.links} />
      <div className={classes.controls}>
        <StatusMenu ticket={ticket} set={actions.setStatus} {...menuState('status')} />
        <OwnerMenu ticket={ticket} set={actions.setOwner} {...menuState('owner')} />
        <PriorityMenu ticket={ticket} set={actions.setPriority} {...menuState('priority')} />
        <QueueMenu ticket={ticket} set={actions.setQueue} {...menuState('queue')} />
        {ticket.dueAt !== null && !closed && !panelShown && <span className={classes.due}><ClockRing from={ticket.dueFrom} due={ticket.dueAt} kind={ticket.dueKind} /></span>}
        <Viewers ticketId={ticket.id} />
      </div>
      {actions.refusal !== null && <p className={classes.refusal} role="alert">{actions.refusal}</p>}
    </header>
  )
}
