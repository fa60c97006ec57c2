import { getCustomer } from '@kontuar/contracts'
import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useMailboxes, useStaff } from '../people.ts'
import type { TicketSearch } from './ticket-search.ts'
import { useNames } from './use-names.ts'
import classes from './filter-bar.module.css'

type Narrowing = 'where' | 'status' | 'owner' | 'queue' | 'reason' | 'tag' | 'location' | 'mailbox' | 'priority' | 'customer'

const WhereChip = lazy(async () => ({ default: (await import('./WhereChip.tsx')).WhereChip }))

/** What narrows the list, each with a way to take it off. */
export function FilterChips({ search, drop }: { search: TicketSearch; drop: (name: Narrowing) => void }) {
  const { t } = useTranslation('tickets')
  const staff = useStaff()
  const mailboxes = useMailboxes()
  const called = useNames()
  const customer = useQuery({ queryKey: queryKeys.customers.one(search.customer ?? ''), queryFn: ({ signal }) => api(getCustomer, { params: { id: search.customer! }, signal }), enabled: search.customer !== undefined })
  const said: Partial<Record<Exclude<Narrowing, 'where'>, string>> = {
    ...(search.customer && { customer: customer.data?.name || customer.data?.identities[0]?.address || '…' }),
    ...(search.status && { status: t(`status.${search.status}`) }),
    ...(search.owner && { owner: search.owner === 'me' ? t('filter.me') : search.owner === 'none' ? t('filter.nobody') : (staff.find(({ id }) => id === search.owner)?.name ?? '…') }),
    ...(search.queue && { queue: called.queue(search.queue)?.name ?? '…' }),
    ...(search.reason && { reason: called.reason(search.reason) ?? '…' }),
    ...(search.tag && { tag: called.tag(search.tag)?.name ?? '…' }),
    ...(search.location && { location: called.location(search.location) ?? '…' }),
    ...(search.mailbox && { mailbox: mailboxes.find(({ id }) => id === search.mailbox)?.name ?? '…' }),
    ...(search.priority && { priority: t(`priority.${search.priority}`) }),
  }
  const names = Object.keys(said) as Exclude<Narrowing, 'where'>[]
  if (names.length === 0 && !search.where) return null
  return (
    <ul className={classes.chips} aria-label={t('filter.active')}>
      {names.map((name) => (
        <li key={name} className={classes.chip}>
          <span className={classes.chipName}>{t(`filter.${name}`)}:</span> <span className={classes.chipValue}>{said[name]}</span>
          <CloseButton size="xs" aria-label={t('filter.drop', { what: said[name] ?? '' })} onClick={() => drop(name)} />
        </li>
      ))}
      {search.where && <Suspense><WhereChip where={search.where} drop={() => drop('where')} /></Suspense>}
    </ul>
  )
}
