import { changeRegion } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconMap2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { regionsQuery, useStaff } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import classes from '../settings.module.css'

export function RegionsPage() {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const regions = useQuery(regionsQuery)
  const staff = useStaff()
  const patch = usePatch(changeRegion, queryKeys.regions)
  const all = regions.data?.items ?? []
  const used = all.filter(({ retired }) => !retired)
  const add = <Button renderRoot={(props) => <Link to="/settings/regions/new" {...props} />}>{t('regions.add')}</Button>
  const led = (managerId: string | null) => { const name = staff.find(({ id }) => id === managerId)?.name; return name && t('teams.ledBy', { name }) }
  return (
    <SettingsPage title={tSettings('regions.title')} text={t('regions.text')} action={used.length > 0 && add}>
      {regions.isPending ? <RowSkeletons rows={4} height={60} /> : regions.isError ? <Problem error={regions.error} retry={() => void regions.refetch()} /> : (
        <>
          {used.length === 0 ? <EmptyState icon={<IconMap2 size={22} stroke={1.5} />} title={t('regions.empty')} text={t('regions.emptyText')} action={add} /> : (
            <ul className={classes.list}>
              {used.map(({ id, name, managerId, locationIds }) => (
                <li key={id} className={classes.row}>
                  <div className={classes.rowMain}>
                    <div className={classes.rowName}><Link to="/settings/regions/$regionId" params={{ regionId: id }}>{name}</Link></div>
                    <div className={classes.rowText}>{[t('regions.count', { count: locationIds.length }), led(managerId)].filter(Boolean).join(' · ')}</div>
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
