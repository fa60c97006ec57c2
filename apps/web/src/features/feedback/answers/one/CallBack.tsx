// After a low score there is one next step: somebody calls. The call is a task of the ticket, with owner and deadline.
import { getCustomer, listTasks } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useCan } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { RelativeTime } from '../../../../ui/RelativeTime.tsx'
import { useShortcuts } from '../../../../ui/Shortcuts.tsx'
import { showNotice } from '../../../../ui/undo.ts'
import { TaskForm } from '../../../tasks/index.ts'
import { scoreText } from '../marks/score-text.ts'
import type { Answer } from './Said.tsx'
import classes from './parts.module.css'

export function CallBack({ answer }: { answer: Answer }) {
  const { t } = useTranslation('answers')
  const mayCall = useCan('ticket.change')
  const [open, setOpen] = useState(false)
  const { customer, ticket } = answer
  const known = useQuery({ queryKey: queryKeys.customers.one(customer?.id ?? ''), queryFn: ({ signal }) => api(getCustomer, { params: { id: customer!.id }, signal }), enabled: customer !== null && mayCall })
  const tasks = useQuery({ queryKey: queryKeys.tickets.tasks(ticket?.id ?? ''), queryFn: ({ signal }) => api(listTasks, { query: { ticketId: ticket!.id, state: 'open', limit: 50 }, signal }), enabled: ticket !== null && mayCall })
  const waiting = tasks.data?.items.filter(({ kind }) => kind === 'call-back') ?? []
  const low = answer.tone === 'low'
  const can = mayCall && customer !== null && !open
  useShortcuts(t('keys.answer'), can ? [{ keys: 'c', label: t('call.action'), run: () => setOpen(true) }] : [])
  if (customer === null) return low || answer.anonymous ? <p className={classes.nobody}>{answer.anonymous ? t('call.anonymous') : t('call.unknown')}</p> : null
  if (!mayCall) return null
  const phone = known.data?.identities.find(({ kind }) => kind === 'phone')?.address
  return (
    <section className={classes.call} aria-label={t('call.action')}>
      {waiting.map((task) => (
        <p key={task.id} className={classes.waiting}>
          <IconPhone size={14} stroke={1.5} aria-hidden /> <span>{t('call.waiting', { title: task.title, owner: task.ownerName ?? t('call.nobody') })}</span> {task.dueAt && <RelativeTime at={task.dueAt} />}
        </p>
      ))}
      {open ? (
        <TaskForm
          {...(ticket && { ticketId: ticket.id })}
          begin={{ kind: 'call-back', title: t('call.title', { name: customer.name || t('nameless'), score: scoreText(answer) ?? '–' }).slice(0, 300), dueAt: nextHour(), customerId: customer.id }}
          leave={() => setOpen(false)}
          saved={(task) => {
            setOpen(false)
            showNotice({ message: t('call.done', { title: task.title }) })
          }}
        />
      ) : (
        <div className={classes.callRow}>
          <Button variant={low && waiting.length === 0 ? 'filled' : 'default'} leftSection={<IconPhone size={16} stroke={1.5} aria-hidden />} onClick={() => setOpen(true)}>{t('call.action')}</Button>
          {phone ? <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} className={classes.phone}>{phone}</a> : known.data && <span className={classes.noPhone}>{t('call.noPhone')}</span>}
        </div>
      )}
    </section>
  )
}

/** The next whole hour but one: soon, and not already late while the form is written. */
const nextHour = () => new Date(Math.ceil(Date.now() / 3_600_000 + 1) * 3_600_000)
