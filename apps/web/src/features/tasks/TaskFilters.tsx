// Whose tasks, in which state, and narrowed by owner, lateness, place and what they came from.
import { Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocations, useStaff } from '../../api/desk.ts'
import { origins, shows, type Origin, type Show, type TaskSearch } from './task-search.ts'
import classes from './tasks.module.css'

export function TaskFilters({ search, change }: { search: TaskSearch; change: (part: Partial<Record<keyof TaskSearch, string | true | undefined>>) => void }) {
  const { t } = useTranslation('tasks')
  const board = search.as === 'board'
  const show = board && search.show === 'done' ? 'everybody' : (search.show ?? 'mine')
  const places = useLocations().filter(({ id, retired }) => !retired || id === search.location)
  const people = useStaff().filter(({ id, active, role }) => (active && role !== 'observer') || id === search.owner)
  const select = { size: 'xs', className: classes.filter, clearable: true, comboboxProps: { width: 240, position: 'bottom-start' } } as const
  return (
    <div className={classes.filters}>
      <SegmentedControl size="xs" aria-label={t('show')} value={show} onChange={(then) => change({ show: then as Show, ...(then === 'mine' && { owner: undefined }) })} data={shows.filter((each) => !board || each !== 'done').map((each) => ({ value: each, label: t(`show.${each}`) }))} />
      {show !== 'mine' && <Select {...select} aria-label={t('filter.owner')} placeholder={t('any.owner')} searchable={people.length > 8} data={[{ value: 'none', label: t('nobody') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} value={search.owner ?? null} onChange={(owner) => change({ owner: owner ?? undefined })} />}
      {places.length > 0 && <Select {...select} aria-label={t('filter.location')} placeholder={t('any.location')} searchable={places.length > 8} data={places.map(({ id, name }) => ({ value: id, label: name }))} value={search.location ?? null} onChange={(location) => change({ location: location ?? undefined })} />}
      <Select {...select} aria-label={t('filter.origin')} placeholder={t('any.origin')} data={origins.map((origin) => ({ value: origin, label: t(`origin.${origin}`) }))} value={search.origin ?? null} onChange={(origin) => change({ origin: (origin as Origin | null) ?? undefined })} />
      {search.show !== 'done' && <Checkbox size="xs" label={t('filter.late')} checked={search.late === true} onChange={(event) => change({ late: event.currentTarget.checked || undefined })} />}
    </div>
  )
}
