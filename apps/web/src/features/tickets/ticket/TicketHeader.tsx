import type { TicketDetail } from '@kontuar/contracts'
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconLink, IconUserCircle } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { usePaletteActions } from '../../../ui/Palette.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import type { Shortcut } from '../../../ui/shortcut-registry.ts'
import { showNotice } from '../../../ui/undo.ts'
import { useTicketActions } from '../actions/use-ticket-actions.ts'
import { OwnerMenu } from '../actions/OwnerMenu.tsx'
import { PriorityMenu } from '../actions/PriorityMenu.tsx'
import { StatusMenu } from '../actions/StatusMenu.tsx'
import type { ComposerHandle } from '../composer/composer-handle.ts'
import { SubjectLine } from './SubjectLine.tsx'
import { TicketLinks } from './TicketLinks.tsx'
import { Viewers } from './Viewers.tsx'
import classes from './ticket-page.module.css'

type OpenMenu = 'status' | 'owner' | 'priority' | null

function Tip({ label, keys, children }: { label: string; keys: string; children: ReactNode }) {
  return <Tooltip label={<span className={classes.tip}>{label} <KeyboardHint keys={keys} /></span>}>{children}</Tooltip>
}

interface Given { ticket: TicketDetail; customerShown: boolean; toggleCustomer: () => void; write: ComposerHandle['write'] }

export function TicketHeader({ ticket, customerShown, toggleCustomer, write }: Given) {
  const { t } = useTranslation('tickets')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const search = useSearch({ from: '/workspace/tickets' })
  const mayChange = useCan('ticket.change')
  const mayAnswer = useCan('ticket.answer')
  const actions = useTicketActions()
  const [menu, setMenu] = useState<OpenMenu>(null)
  const closed = ticket.statusCategory === 'closed'

  const back = () => {
    // Esc belongs to what is open on top first.
    if ([...document.querySelectorAll('[role=menu], [role=dialog], [role=listbox]')].some((each) => each.checkVisibility())) return
    leave()
  }
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
        { keys: 'a', label: t('keys.assignToMe'), run: () => actions.assignToMe(ticket) },
        { keys: 'e', label: t('keys.close'), run: () => actions.closeOrReopen(ticket) },
        { keys: 's', label: t('keys.status'), run: () => setMenu('status') },
        { keys: 'o', label: t('keys.owner'), run: () => setMenu('owner') },
        { keys: 'p', label: t('keys.priority'), run: () => setMenu('priority') },
      ]
    : []
  useShortcuts(t('keys.ticket'), [
    ...changing,
    { keys: 'i', label: t('keys.customer'), run: toggleCustomer },
    { keys: 'l', label: t('keys.link'), run: copyLink },
    { keys: 'escape', label: t('keys.back'), run: back },
  ])
  usePaletteActions(t('ticket.label', { number: ticket.number }), [
    ...(mayAnswer
      ? [
          { id: 'answer', label: t('composer.answer'), keys: 'r', run: () => write('message') },
          { id: 'note', label: t('composer.note'), keys: 'n', run: () => write('note') },
        ]
      : []),
    ...(mayChange
      ? [
          { id: 'close', label: closeWord, keys: 'e', run: () => actions.closeOrReopen(ticket) },
          { id: 'mine', label: t('owner.toMe'), keys: 'a', run: () => actions.assignToMe(ticket) },
          { id: 'status', label: t('keys.status'), keys: 's', run: () => setMenu('status') },
          { id: 'owner', label: t('keys.owner'), keys: 'o', run: () => setMenu('owner') },
          { id: 'priority', label: t('keys.priority'), keys: 'p', run: () => setMenu('priority') },
        ]
      : []),
    { id: 'link', label: t('ticket.copyLink'), keys: 'l', run: copyLink },
    { id: 'customer', label: t('keys.customer'), keys: 'i', run: toggleCustomer },
  ])

  const menuState = (which: Exclude<OpenMenu, null>) => ({ opened: menu === which, onChange: (opened: boolean) => setMenu(opened ? which : null), disabled: !mayChange })
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <ActionIcon className={classes.back} aria-label={tCommon('action.back')} onClick={leave}>
          <IconArrowLeft size={18} stroke={1.5} />
        </ActionIcon>
        <span className={classes.number}>#{ticket.number}</span>
        <SubjectLine ticket={ticket} editable={mayChange} save={(subject) => actions.setSubject(ticket, subject)} />
        <Tip label={t('ticket.copyLink')} keys="l">
          <ActionIcon aria-label={t('ticket.copyLink')} onClick={copyLink}>
            <IconLink size={18} stroke={1.5} />
          </ActionIcon>
        </Tip>
        <Tip label={t('keys.customer')} keys="i">
          <ActionIcon aria-label={t('keys.customer')} aria-pressed={customerShown} onClick={toggleCustomer}>
            <IconUserCircle size={18} stroke={1.5} />
          </ActionIcon>
        </Tip>
      </div>
      <TicketLinks links={ticket.links} />
      <div className={classes.controls}>
        <StatusMenu ticket={ticket} set={(status) => actions.setStatus(ticket, status)} {...menuState('status')} />
        <OwnerMenu ticket={ticket} set={(owner) => actions.setOwner(ticket, owner)} {...menuState('owner')} />
        <PriorityMenu ticket={ticket} set={(priority) => actions.setPriority(ticket, priority)} {...menuState('priority')} />
        <Viewers ticketId={ticket.id} />
        {mayChange && (
          <Tip label={closeWord} keys="e">
            <Button className={classes.push} variant="default" size="compact-sm" leftSection={closed ? <IconArrowBackUp size={15} stroke={1.5} /> : <IconCheck size={15} stroke={1.5} />} onClick={() => actions.closeOrReopen(ticket)}>
              {closeWord}
            </Button>
          </Tip>
        )}
      </div>
    </header>
  )
}
