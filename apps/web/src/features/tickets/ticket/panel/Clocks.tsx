import { listClocks, type TicketDetail } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import { ClockRow } from './ClockRow.tsx'
import classes from './clocks.module.css'

const order = { running: 0, paused: 1, missed: 2, met: 3, dropped: 4 }

/** Every clock of the ticket: what runs first, then what is over. */
export function Clocks({ ticket }: { ticket: TicketDetail }) {
  const { t } = useTranslation('ticket')
  const { data, error, refetch } = useQuery({ queryKey: queryKeys.tickets.clocks(ticket.id), queryFn: ({ signal }) => api(listClocks, { params: { id: ticket.id }, signal }) })
  if (!data) return error ? <Problem error={error} retry={() => void refetch()} /> : <RowSkeletons rows={2} height={28} />
  const clocks = data.items.filter(({ state }) => state !== 'dropped').toSorted((a, b) => order[a.state] - order[b.state] || (a.dueAt ?? '').localeCompare(b.dueAt ?? ''))
  if (clocks.length === 0) return <p className={classes.none}>{t('clocks.none')}</p>
  return (
    <ul className={classes.clocks}>
      {clocks.map((clock) => (
        <ClockRow key={clock.id} clock={clock} />
      ))}
    </ul>
  )
}
