import { Button, Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQueues } from '../../../api/desk.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { asConditions } from '../../views/index.ts'
import { useMailboxes, useStaff } from '../people.ts'
import { hasFilters, priorities, sorts, statuses, withoutFilters, type Sort, type TicketSearch } from './ticket-search.ts'
import type { ListView } from './use-list-view.ts'

export interface FilterProps { search: TicketSearch; view: ListView; change: (change: Partial<TicketSearch>) => void; replace: (search: TicketSearch) => void }
type Name = 'status' | 'owner' | 'queue' | 'mailbox' | 'priority'

export function FilterFields({ search, view, change, replace }: FilterProps) {
  const { t } = useTranslation('tickets')
  const { t: tViews } = useTranslation('views')
  const navigate = useNavigate()
  const named = useNamed()
  const queues = useQueues().filter(({ retired, id }) => !retired || id === search.queue)
  const staff = useStaff()
  const mailboxes = useMailboxes()
  const field = (name: Name, options: { value: string; label: string }[]) => (
    <Select
      label={t(`filter.${name}`)}
      data={[{ value: '', label: t('filter.any') }, ...options]}
      value={search[name] ?? ''}
      onChange={(value) => change({ [name]: value || undefined })}
      searchable={options.length > 8}
      comboboxProps={{ withinPortal: false }}
    />
  )
  const saveAsView = () => void navigate({
    to: '/views/new',
    search: { conditions: asConditions(search, view.saved), sort: view.sort, ...(view.saved?.group && { group: view.saved.group }), ...(view.saved?.columns && { columns: view.saved.columns }) },
  })
  return (
    <>
      {field('status', statuses.map((value) => ({ value, label: t(`status.${value}`) })))}
      {field('owner', [{ value: 'me', label: t('filter.me') }, { value: 'none', label: t('filter.nobody') }, ...staff.map(({ id, name }) => ({ value: id, label: name }))])}
      {field('queue', queues.map((queue) => ({ value: queue.id, label: named('queue', queue) })))}
      {field('mailbox', mailboxes.map(({ id, name }) => ({ value: id, label: name })))}
      {field('priority', priorities.map((value) => ({ value, label: t(`priority.${value}`) })))}
      <Select
        label={t('filter.sort')}
        data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={view.sort}
        onChange={(value) => change({ sort: value === (view.saved?.sort ?? '-updatedAt') ? undefined : (value as Sort) })}
        comboboxProps={{ withinPortal: false }}
      />
      <Button variant="default" onClick={saveAsView}>{tViews('saveThis')}</Button>
      {hasFilters(search) && <Button variant="default" onClick={() => replace(withoutFilters(search))}>{t('filter.clear')}</Button>}
    </>
  )
}
