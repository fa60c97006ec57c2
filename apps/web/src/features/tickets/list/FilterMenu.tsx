import { Button, Popover, Select, VisuallyHidden } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useMailboxes, useStaff } from '../people.ts'
import { defaultSort, hasFilters, priorities, sorts, statuses, withoutFilters, type TicketSearch } from './ticket-search.ts'
import classes from './filter-bar.module.css'

type Change = (change: Partial<TicketSearch>) => void

/** Everything by which the list can be narrowed and ordered. */
export function FilterMenu({ search, change, replace }: { search: TicketSearch; change: Change; replace: (search: TicketSearch) => void }) {
  const { t } = useTranslation('tickets')
  const staff = useStaff()
  const mailboxes = useMailboxes()
  const active = (['status', 'owner', 'mailbox', 'priority'] as const).filter((name) => search[name] !== undefined).length
  const any = { value: '', label: t('filter.any') }
  const field = (name: 'status' | 'owner' | 'mailbox' | 'priority', options: { value: string; label: string }[]) => (
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
        {field('mailbox', mailboxes.map(({ id, name }) => ({ value: id, label: name })))}
        {field('priority', priorities.map((value) => ({ value, label: t(`priority.${value}`) })))}
        <Select
          label={t('filter.sort')}
          data={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          value={search.sort ?? defaultSort}
          onChange={(value) => change({ sort: value === defaultSort ? undefined : (value as TicketSearch['sort']) })}
          comboboxProps={{ withinPortal: false }}
        />
        {hasFilters(search) && (
          <Button variant="default" onClick={() => replace(withoutFilters(search))}>
            {t('filter.clear')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
