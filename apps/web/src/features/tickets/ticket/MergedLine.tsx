import { getTicket, type TicketDetail } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useTakeBack } from './use-merge.ts'
import classes from './ticket-page.module.css'

/** Where a merged ticket went, and the way back. */
export function MergedLine({ ticket, intoId }: { ticket: TicketDetail; intoId: string }) {
  const { t } = useTranslation('ticket')
  const { t: tTickets } = useTranslation('tickets')
  const mayChange = useCan('ticket.change')
  const takeBack = useTakeBack(ticket)
  const { data } = useQuery({ queryKey: queryKeys.tickets.one(intoId), queryFn: ({ signal }) => api(getTicket, { params: { id: intoId }, signal }) })
  return (
    <p className={classes.merged}>
      <IconArrowMerge size={15} stroke={1.5} aria-hidden />
      <span>{t('merge.went')}</span>
      <Link to="/tickets/$ticketId" params={{ ticketId: intoId }} search={(before) => before as never}>
        {data ? `#${data.number} ${data.subject || tTickets('noSubject')}` : t('merge.target')}
      </Link>
      {mayChange && <Button variant="subtle" size="compact-xs" onClick={() => void takeBack()}>{t('merge.takeBack')}</Button>}
    </p>
  )
}
