import { changeLocation } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconBuildingStore } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { locationsQuery, useRegions, useStaff } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import classes from '../settings.module.css'

export function LocationsPage() {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const locations = useQuery(locationsQuery)
  const patch = usePatch(changeLocation, queryKeys.locations)
  const [staff, regions] = [useStaff(), useRegions()]
  const nameIn = (list: readonly { id: string; name: string }[], wanted: string | null) => list.find(({ id }) => id === wanted)?.name
  const all = locations.data?.items ?? []
  const used = all.filter(({ retired }) => !retired)
  const add = <Button renderRoot={(props) => <Link to="/settings/locations/new" {...props} />}>{t('locations.add')}</Button>
  return (
    <SettingsPage title={tSettings('locations.title')} text={t('locations.text')} action={used.length > 0 && add}>
      {locations.isPending ? <RowSkeletons rows={4} height={60} /> : locations.isError ? <Problem error={locations.error} retry={() => void locations.refetch()} /> : (
        <>
          {used.length === 0 ? <EmptyState icon={<IconBuildingStore size={22} stroke={1.5} />} title={t('locations.empty')} text={t('locations.emptyText')} action={add} /> : (
            <ul className={classes.list}>
              {used.map(({ id, name, address, timeZone, managerId, regionId }) => (
                <li key={id} className={classes.row}>
                  <div className={classes.rowMain}>
                    <div className={classes.rowName}><Link to="/settings/locations/$locationId" params={{ locationId: id }}>{name}</Link></div>
                    <div className={classes.rowText}>{[address, nameIn(staff, managerId) && t('teams.ledBy', { name: nameIn(staff, managerId) }), nameIn(regions, regionId), timeZone].filter(Boolean).join(' · ')}</div>
                  </div>
                </li>
              ))}
            </ul>
          )}
          <RetiredList items={all.filter(({ retired }) => retired)} idOf={({ id }) => id} nameOf={({ name }) => name} bringBack={({ id, name }) => patch.mutate({ id, body: { retired: false }, before: { retired: true }, message: tDesk('retired.isBack', { name }) })} />
        </>
      )}
    </SettingsPage>
  )
}
