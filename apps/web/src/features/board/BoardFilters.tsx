import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocations, useQueues, useTeams } from '../../api/desk.ts'
import { useNamed } from '../../ui/ready-made.ts'
import type { BoardSearch } from './board-search.ts'
import classes from './board.module.css'

export function BoardFilters({ search, change }: { search: BoardSearch; change: (part: Partial<BoardSearch>) => void }) {
  const { t } = useTranslation('board')
  const named = useNamed()
  const there = ({ retired, id }: { retired: boolean; id: string }) => !retired || id === search.queue || id === search.location || id === search.team
  const choices = {
    queue: useQueues().filter(there).map((queue) => ({ value: queue.id, label: named('queue', queue) })),
    location: useLocations().filter(there).map(({ id, name }) => ({ value: id, label: name })),
    team: useTeams().filter(there).map(({ id, name }) => ({ value: id, label: name })),
  }
  return (
    <div className={classes.filters}>
      {(['queue', 'location', 'team'] as const).filter((name) => choices[name].length > 0).map((name) => (
        <Select key={name} size="xs" className={classes.filter} aria-label={t(`filter.${name}`)} placeholder={`${t(`filter.${name}`)}: ${t('filter.any').toLocaleLowerCase()}`} clearable searchable={choices[name].length > 8} data={choices[name]} value={search[name] ?? null} onChange={(value) => change({ [name]: value ?? undefined })} comboboxProps={{ width: 240, position: 'bottom-end' }} />
      ))}
    </div>
  )
}
