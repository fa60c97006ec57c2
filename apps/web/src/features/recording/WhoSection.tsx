import { getTicket, listTickets } from '@kontuar/contracts'
import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { nameOf, useCustomer } from '../customers/index.ts'
import { CustomerSearch } from './CustomerSearch.tsx'
import type { RecordForm } from './record-form.ts'
import classes from './record.module.css'

export interface Part { form: RecordForm; change: (part: Partial<RecordForm>) => void; fault: (name: keyof RecordForm) => string | undefined }
const newTicket = ':new'

/** Whose contact it is, and in which ticket it belongs. `fixed`: it was begun from there. */
export function WhoSection({ form, change, fault, fixed }: Part & { fixed: 'ticket' | 'customer' | null }) {
  const { t } = useTranslation('recording')
  const { data: ticket } = useQuery({ queryKey: queryKeys.tickets.one(form.ticketId ?? ''), queryFn: ({ signal }) => api(getTicket, { params: { id: form.ticketId! }, signal }), enabled: form.ticketId !== null })
  const customerId = fixed === 'ticket' ? (ticket?.customerId ?? null) : form.customerId
  const known = customerId !== null && !form.isNew
  const { data: open } = useQuery({ queryKey: queryKeys.tickets.list({ recordFor: customerId }), queryFn: ({ signal }) => api(listTickets, { query: { customerId: customerId!, statusCategory: 'active', limit: 20 }, signal }), enabled: known && fixed !== 'ticket' })

  if (fixed === 'ticket') {
    return (
      <div className={classes.fixed}>
        <span>{t('customer')}</span> <b>{ticket ? ticket.customer.name || ticket.customer.address : '…'}</b>
        <span>{t('ticket')}</span> <b>{ticket ? `#${ticket.number} ${ticket.subject}` : '…'}</b>
      </div>
    )
  }
  return (
    <>
      {known && <Known id={customerId} change={fixed === null ? () => change({ customerId: null, ticketId: null }) : undefined} />}
      {!known && !form.isNew && <CustomerSearch error={fault('customerId')} choose={({ id }) => change({ customerId: id, isNew: false })} begin={(typed) => change({ isNew: true, ...(/^\+?[\d\s-]{5,}$/.test(typed) ? { phone: typed } : typed.includes('@') ? { email: typed } : { name: typed }) })} />}
      {form.isNew && (
        <div className={classes.three}>
          <TextInput autoFocus label={t('name')} required maxLength={300} value={form.name} onChange={(event) => change({ name: event.currentTarget.value })} error={fault('name')} />
          <TextInput label={t('phone')} type="tel" maxLength={40} value={form.phone} onChange={(event) => change({ phone: event.currentTarget.value })} error={fault('phone')} />
          <TextInput label={t('email')} type="email" maxLength={320} value={form.email} onChange={(event) => change({ email: event.currentTarget.value })} error={fault('email')} />
          <Button variant="subtle" size="compact-sm" className={classes.back} onClick={() => change({ isNew: false })}>{t('customer.known')}</Button>
        </div>
      )}
      {known && (open?.items.length ?? 0) > 0 && (
        <Select label={t('ticket')} data={[{ value: newTicket, label: t('ticket.new') }, ...open!.items.map(({ id, number, subject }) => ({ value: id, label: `#${number} ${subject}` }))]} value={form.ticketId ?? newTicket} onChange={(id) => change({ ticketId: id === newTicket ? null : id })} />
      )}
    </>
  )
}

function Known({ id, change }: { id: string; change: (() => void) | undefined }) {
  const { t } = useTranslation('recording')
  const { data: customer } = useCustomer(id)
  return (
    <div className={classes.fixed}>
      <span>{t('customer')}</span>
      <span>
        <b>{customer ? nameOf(customer) : '…'}</b> {customer?.identities.map(({ address }) => address).join(', ')}
        {change && <Button variant="subtle" size="compact-sm" ml={8} onClick={change}>{t('customer.change')}</Button>}
      </span>
    </div>
  )
}
