import { periodText } from '@kontuar/charts'
import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCauses, useLocations, useTeams } from '../../api/desk.ts'
import { useMe } from '../../api/me.ts'
import { currentLocale } from '../../i18n/i18n.ts'
import { LocationPicker } from '../../ui/pickers/LocationPicker.tsx'
import type { RecoverySearch } from './recovery-search.ts'
import classes from './recoveries.module.css'

/** By what the list is narrowed, in words, each to be taken away with one press; and the place, which everybody may choose. */
export function Narrowed({ search, change }: { search: RecoverySearch; change: (next: RecoverySearch) => void }) {
  const { t } = useTranslation('recovery')
  const { timeZone } = useMe().organization
  const [causes, locations, teams] = [useCauses(), useLocations(), useTeams()]
  const { cause, location, team, customer, from, to, of } = search
  const without = (...names: (keyof RecoverySearch)[]) => change(Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name as keyof RecoverySearch))) as RecoverySearch)
  const nameIn = (list: readonly { id: string; name: string }[], id: string) => list.find((each) => each.id === id)?.name ?? '…'
  const chips: { name: string; said: string; drop: () => void }[] = [
    ...(cause ? [{ name: 'cause', said: `${t('cause')}: ${cause === 'none' ? t('causeNone') : nameIn(causes, cause)}`, drop: () => without('cause') }] : []),
    ...(team ? [{ name: 'team', said: `${t('fact.team')}: ${nameIn(teams, team)}`, drop: () => without('team') }] : []),
    ...(customer ? [{ name: 'customer', said: t('narrowed.customer'), drop: () => without('customer') }] : []),
    ...(of ? [{ name: 'of', said: t(`reviewed.${of}`), drop: () => without('of') }] : []),
    ...(from && to ? [{ name: 'days', said: periodText(from, to, { locale: currentLocale(), timeZone }), drop: () => without('from', 'to') }] : []),
  ]
  return (
    <div className={classes.narrowed}>
      {locations.length > 1 && <LocationPicker size="xs" aria-label={t('fact.location')} placeholder={t('narrowed.everywhere')} value={location ?? null} change={(next) => (next === null ? without('location') : change({ ...search, location: next }))} />}
      {chips.map(({ name, said, drop }) => <Button key={name} variant="default" size="compact-xs" rightSection={<IconX size={12} stroke={1.75} aria-hidden />} aria-label={t('narrowed.drop', { what: said })} onClick={drop}>{said}</Button>)}
    </div>
  )
}
