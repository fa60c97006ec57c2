import { warningKinds, type WarningKind } from '@kontuar/contracts'
import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLocations } from '../../../../api/desk.ts'
import { present } from '../../search/numbers-search.ts'
import { states, type WarningsSearch } from '../search.ts'
import classes from './list.module.css'

export function WarningFilters({ search }: { search: WarningsSearch }) {
  const { t } = useTranslation('warnings')
  const navigate = useNavigate()
  const locations = useLocations().filter(({ retired, id }) => !retired || id === search.location)
  const change = (part: { [K in keyof WarningsSearch]?: WarningsSearch[K] | undefined }) => void navigate({ to: '/numbers/warnings', search: present<WarningsSearch>({ ...search, ...part } as WarningsSearch), replace: true, resetScroll: false })
  return (
    <div className={classes.filters} role="group" aria-label={t('filters')}>
      <SegmentedControl size="xs" className={classes.state} aria-label={t('filters')} value={search.state ?? 'open'} data={states.map((state) => ({ value: state, label: t(`state.${state}`) }))} onChange={(state) => change({ state: state === 'open' ? undefined : (state as WarningsSearch['state']) })} />
      <NativeSelect size="xs" aria-label={t('whichKind')} value={search.kind ?? ''} data={[{ value: '', label: t('allKinds') }, ...warningKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]} onChange={({ currentTarget }) => change({ kind: (currentTarget.value || undefined) as WarningKind | undefined })} />
      {locations.length > 1 && <NativeSelect size="xs" aria-label={t('whichPlace')} value={search.location ?? ''} data={[{ value: '', label: t('allPlaces') }, ...locations.map(({ id, name }) => ({ value: id, label: name }))]} onChange={({ currentTarget }) => change({ location: currentTarget.value || undefined })} />}
    </div>
  )
}
