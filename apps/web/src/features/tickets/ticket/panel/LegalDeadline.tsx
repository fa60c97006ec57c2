import { getLegalDeadline, type TicketDetail } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { useQueues } from '../../../../api/desk.ts'
import { useCan } from '../../../../api/me.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { LegalCard } from './LegalCard.tsx'
import { LegalForm } from './LegalForm.tsx'
import classes from './legal.module.css'

/** Of a complaint: the last day to answer by law. Set once; corrected only with a reason; never removed. */
export function LegalDeadline({ ticket }: { ticket: TicketDetail }) {
  const { t } = useTranslation('ticket')
  const mayChange = useCan('ticket.change')
  const queue = useQueues().find(({ id }) => id === ticket.queueId)
  const [editing, setEditing] = useState(false)
  const { data, error, refetch } = useQuery({ queryKey: queryKeys.tickets.legalDeadline(ticket.id), queryFn: ({ signal }) => api(getLegalDeadline, { params: { id: ticket.id }, signal }) })
  if (data === undefined) return error ? <Problem error={error} retry={() => void refetch()} /> : null
  if (editing) return <LegalForm ticket={ticket} now={data} suggested={queue?.legalBasisCode ?? null} leave={() => setEditing(false)} />
  if (data !== null) return <LegalCard deadline={data} correct={mayChange ? () => setEditing(true) : undefined} />
  if (!mayChange) return null
  return (
    <button type="button" className={classes.begin} data-suggested={typeof queue?.legalBasisCode === 'string' || undefined} onClick={() => setEditing(true)}>
      {t('legal.set')}
    </button>
  )
}
