// Changes the chosen tickets with one request. Comes when the first ticket is chosen.
import type { BodyOf, changeTicket } from '@kontuar/contracts'
import { Button, CloseButton, Menu, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaff, useStatuses } from '../../../api/desk.ts'
import { useMe } from '../../../api/me.ts'
import { QueuePicker } from '../../../ui/pickers/QueuePicker.tsx'
import { ReasonPicker } from '../../../ui/pickers/ReasonPicker.tsx'
import { StaffPicker } from '../../../ui/pickers/StaffPicker.tsx'
import { TagPicker } from '../../../ui/pickers/TagPicker.tsx'
import { PriorityMark } from '../marks/PriorityMark.tsx'
import { TicketStatus } from '../marks/StatusMark.tsx'
import { priorities } from './ticket-search.ts'
import type { Selection } from './use-selection.ts'
import classes from './bulk-bar.module.css'

type Patch = BodyOf<typeof changeTicket>
type Apply = (patch: Patch, owner?: { id: string; name: string } | null) => void

export function BulkBar({ selection, apply, pending }: { selection: Selection; apply: Apply; pending: boolean }) {
  const { t } = useTranslation('views')
  const { t: tTickets } = useTranslation('tickets')
  const { staff: me } = useMe()
  const staff = useStaff()
  const statuses = useStatuses().filter(({ retired }) => !retired)
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('bulk.label')} aria-busy={pending}>
      <strong className={classes.count} aria-live="polite">{t('select.count', { count: selection.tickets.length })}</strong>
      <CloseButton size="sm" aria-label={t('select.clear')} title={t('select.clear')} onClick={selection.clear} />
      <Drop label={t('bulk.owner')}>
        {(close) => (
          <>
            <Button variant="default" size="xs" onClick={() => { apply({ assigneeId: me.id }, { id: me.id, name: me.name }); close() }}>{t('bulk.toMe')}</Button>
            <StaffPicker size="xs" aria-label={t('bulk.owner')} value={null} comboboxProps={{ withinPortal: false }} change={(id) => { const owner = staff.find((each) => each.id === id); if (owner) { apply({ assigneeId: owner.id }, { id: owner.id, name: owner.name }); close() } }} />
            <Button variant="subtle" color="gray" size="xs" onClick={() => { apply({ assigneeId: null }, null); close() }}>{t('bulk.nobody')}</Button>
          </>
        )}
      </Drop>
      <Choice label={t('bulk.status')}>
        {statuses.map(({ key, category }) => <Menu.Item key={key} onClick={() => apply({ status: key })}><TicketStatus status={key} category={category} /></Menu.Item>)}
      </Choice>
      <Choice label={t('bulk.priority')}>
        {priorities.map((priority) => <Menu.Item key={priority} aria-label={tTickets(`priority.${priority}`)} onClick={() => apply({ priority })}><PriorityMark priority={priority} word /></Menu.Item>)}
      </Choice>
      <Drop label={t('bulk.queue')}>
        {(close) => <QueuePicker size="xs" aria-label={t('bulk.queue')} value={null} comboboxProps={{ withinPortal: false }} change={(queueId) => { if (queueId) { apply({ queueId }); close() } }} />}
      </Drop>
      <Drop label={t('bulk.tags')}>{(close) => <Tags apply={apply} close={close} />}</Drop>
      <Drop label={t('bulk.reason')}>
        {(close) => <ReasonPicker size="xs" aria-label={t('bulk.reason')} value={null} comboboxProps={{ withinPortal: false }} change={(reasonId) => { if (reasonId) { apply({ reasonId }); close() } }} />}
      </Drop>
      <Button variant="subtle" size="compact-sm" className={classes.all} onClick={selection.all}>{t('select.all')}</Button>
    </div>
  )
}

const target = { variant: 'default', size: 'compact-sm', rightSection: <IconChevronDown size={13} stroke={1.5} /> } as const

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu position="bottom-start" loop>
      <Menu.Target><Button {...target}>{label}</Button></Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

function Drop({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover position="bottom-start" width={260} trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target><Button {...target} onClick={() => setOpened(!opened)}>{label}</Button></Popover.Target>
      <Popover.Dropdown aria-label={label} className={classes.drop}>{children(() => setOpened(false))}</Popover.Dropdown>
    </Popover>
  )
}

function Tags({ apply, close }: { apply: Apply; close: () => void }) {
  const { t } = useTranslation('views')
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  return (
    <>
      <p className={classes.label}>{t('bulk.addTags')}</p>
      <TagPicker label={t('bulk.addTags')} value={add} change={setAdd} mayCreate />
      <p className={classes.label}>{t('bulk.removeTags')}</p>
      <TagPicker label={t('bulk.removeTags')} value={remove} change={setRemove} mayCreate={false} />
      <Button size="xs" disabled={add.length + remove.length === 0} onClick={() => { apply({ ...(add.length > 0 && { addTagIds: add }), ...(remove.length > 0 && { removeTagIds: remove }) }); close() }}>{t('bulk.apply')}</Button>
    </>
  )
}
