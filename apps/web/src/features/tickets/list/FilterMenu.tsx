import { Button, Popover, Select, VisuallyHidden } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQueues } from '../../../api/desk.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { asConditions } from '../../views/as-conditions.ts'
import { useMailboxes, useStaff } from '../people.ts'
import { hasFilters, priorities, sorts, statuses, withoutFilters, type Sort, type TicketSearch } from './ticket-search.ts'
import type { ListView } from './use-list-view.ts'
import classes from './filter-bar.module.css'

type Change = (change: Partial<TicketSearch>) => void

/** Everything by which the list can be narrowed and ordered. */
export function FilterMenu({ search, view, change, replace }: { search: TicketSearch; view: ListView; change: Change; replace: (search: TicketSearch) => void }) {
  const { t } = useTranslation('tickets')
  const { t: tViews } = useTranslation('views')
  const navigate = useNavigate()
  const named = useNamed()
  const queues = useQueues().filter(({ retired, id }) => !retired || id === search.queue)
  const staff = useStaff()
  const mailboxes = useMailboxes()
  const active = (['status', 'owner', 'queue', 'mailbox', 'priority'] as const).filter((name) => search[name] !== undefined).length
  const any = { value: '', label: t('filter.any') }
  const field = (name: 'status' | 'owner' | 'queue' | 'mailbox' | 'priority', options: { value: string; label: string }[]) => (
    <Select
      label={t(`filter.${name}`)}
      data={[any, ...options]}
      value={search[name] ?? ''}
      onChange={(value) => change({ [name]: value || undefined })}
      searchable={options.length > 8}
      comboboxProps={{ withinPortal: false }}
    />
  )
  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" className={classes.filterButton} leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.5} />}>
          <span className={classes.filterWord}>{t('filter.title')}</span>
          {active > 0 && <span className={classes.filterCount}>{active}<VisuallyHidden> {t('filter.on')}</VisuallyHidden></span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.title')} className={classes.filters}>
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
        <Button variant="default" onClick={() => void navigate({ to: '/views/new', search: { conditions: asConditions(search, view.saved), sort: view.sort, ...(view.saved?.group && { group: view.saved.group }), ...(view.saved?.columns && { columns: view.saved.columns }) } })}>
          {tViews('saveThis')}
        </Button>
        {hasFilters(search) && (
          <Button variant="default" onClick={() => replace(withoutFilters(search))}>
            {t('filter.clear')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
