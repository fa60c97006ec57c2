// "Merge into…": first the customer's other tickets, then whatever is searched for; says what will happen before it does.
import { listTickets, type Ticket, type TicketDetail } from '@kontuar/contracts'
import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowMerge, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { TicketStatus } from '../marks/StatusMark.tsx'
import { useMerge } from './use-merge.ts'
import classes from './merge-panel.module.css'

const most = 8

export function MergePanel({ ticket, leave }: { ticket: TicketDetail; leave: () => void }) {
  const { t } = useTranslation('ticket')
  const { t: tTickets } = useTranslation('tickets')
  const { t: tCommon } = useTranslation()
  const merge = useMerge(ticket)
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed.trim().replace(/^#/, ''), 150)
  const [chosen, setChosen] = useState<Ticket | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [merging, setMerging] = useState(false)
  const query = { limit: most + 1, sort: '-updatedAt' as const, ...(words === '' ? { customerId: ticket.customerId } : { q: words }) }
  const { data, error: failed, refetch } = useQuery({ queryKey: queryKeys.tickets.list({ merge: true, ...query }), queryFn: ({ signal }) => api(listTickets, { query, signal }), placeholderData: (before) => before })
  const offered = (data?.items ?? []).filter(({ id, mergedIntoId }) => id !== ticket.id && mergedIntoId === null).slice(0, most)

  const go = async () => {
    if (chosen === null || merging) return
    setMerging(true)
    setError(null)
    try {
      await merge(chosen)
    } catch (refused) {
      setError(refused)
      setMerging(false)
    }
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leaves the panel wherever the focus is in it
    <section
      className={classes.panel}
      aria-label={t('merge.title', { number: ticket.number })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
    >
      <header className={classes.head}>
        <h2 className={classes.title}>{t('merge.title', { number: ticket.number })}</h2>
        <CloseButton aria-label={tCommon('action.close')} onClick={leave} />
      </header>
      <TextInput autoFocus className={classes.search} aria-label={t('merge.search')} placeholder={t('merge.search')} leftSection={<IconSearch size={15} stroke={1.5} aria-hidden />} value={typed} onChange={(event) => {
        setTyped(event.currentTarget.value)
        setChosen(null)
      }} />
      {failed && !data && <Problem error={failed} retry={() => void refetch()} />}
      {data && offered.length === 0 && <p className={classes.nothing}>{words === '' ? t('merge.noOthers') : tCommon('picker.nothing')}</p>}
      <div className={classes.list} role="radiogroup" aria-label={t('merge.targets')}>
        {offered.map((each) => (
          <label key={each.id} className={classes.row}>
            <input type="radio" name="merge-into" checked={chosen?.id === each.id} onChange={() => setChosen(each)} />
            <TicketStatus status={each.status} category={each.statusCategory} bare />
            <span className={classes.subject}><b>#{each.number}</b> {each.subject || tTickets('noSubject')}</span>
            <span className={classes.who} data-same={each.customerId === ticket.customerId || undefined}>{each.customer.name || each.customer.address}</span>
            <RelativeTime at={each.updatedAt} className={classes.time} />
          </label>
        ))}
      </div>
      {chosen && (
        <p className={classes.what}>
          {t('merge.what', { number: ticket.number, into: chosen.number })} {chosen.customerId !== ticket.customerId && <b>{t('merge.otherCustomer', { name: chosen.customer.name || chosen.customer.address || '—' })}</b>}
        </p>
      )}
      {error !== null && <Problem error={error} />}
      <div className={classes.foot}>
        <Button size="sm" leftSection={<IconArrowMerge size={16} stroke={1.5} />} disabled={chosen === null} loading={merging} onClick={() => void go()}>{chosen ? t('merge.into', { number: chosen.number }) : t('merge.choose')}</Button>
      </div>
    </section>
  )
}
