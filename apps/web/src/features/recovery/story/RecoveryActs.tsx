import type { Recovery } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconNote, IconPhone } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { useCustomer } from '../../customers/index.ts'
import { useRecoveryActs } from '../use-recovery-acts.ts'
import { CloseForm } from './CloseForm.tsx'
import { NoteForm } from './NoteForm.tsx'
import classes from './story.module.css'

/** One calls, notes what lay behind it, closes. What was said on the telephone is recorded where every contact is. */
export function RecoveryActs({ recovery }: { recovery: Recovery }) {
  const { t } = useTranslation('recovery')
  const navigate = useNavigate()
  const acts = useRecoveryActs()
  const [form, setForm] = useState<'note' | 'close' | null>(null)
  const mayChange = useCan('recovery.change')
  const mayRecord = useCan('ticket.answer')
  const phone = useCustomer(recovery.customer.id).data?.identities.find(({ kind }) => kind === 'phone')?.address
  const record = () => void navigate({ to: '/interactions/new', search: { ...(recovery.ticket === null ? { customer: recovery.customer.id } : { ticket: recovery.ticket.id }), recovery: recovery.id } })
  const closed = recovery.closedAt !== null
  const changes = mayChange && form === null
  useShortcuts(t('title'), [
    ...(mayRecord ? [{ keys: 'c', label: t('call'), run: record }] : []),
    ...(changes ? [{ keys: 'n', label: t('note'), run: () => setForm('note') }] : []),
    ...(changes && !closed ? [{ keys: 'e', label: t('close.act'), run: () => setForm('close') }] : []),
  ])
  const leave = () => setForm(null)
  if (form === 'note') return <NoteForm recovery={recovery} leave={leave} />
  if (form === 'close') return <CloseForm recovery={recovery} leave={leave} />
  const talked = recovery.state !== 'open'
  return (
    <div className={classes.acts}>
      {mayRecord && <Button variant={talked || closed ? 'default' : 'filled'} size="compact-sm" data-act="call" leftSection={<IconPhone size={15} stroke={1.5} aria-hidden />} onClick={record}>{t('call')}</Button>}
      {mayRecord && phone !== undefined && <a className={classes.phone} href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
      {mayChange && <Button variant="default" size="compact-sm" data-act="note" leftSection={<IconNote size={15} stroke={1.5} aria-hidden />} onClick={() => setForm('note')}>{t('note')}</Button>}
      {mayChange && !closed && <Button variant={talked ? 'filled' : 'default'} size="compact-sm" data-act="close" onClick={() => setForm('close')}>{t('close.act')}</Button>}
      {mayChange && closed && <Button variant="default" size="compact-sm" data-act="reopen" onClick={() => void acts.reopen(recovery)}>{t('reopen')}</Button>}
    </div>
  )
}
