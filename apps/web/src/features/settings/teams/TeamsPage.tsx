import { changeTeam } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { teamsQuery, useLocations, useStaff } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { RetiredList } from '../words/RetiredList.tsx'
import { usePatch } from '../words/use-patch.ts'
import classes from '../settings.module.css'

export function TeamsPage() {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const teams = useQuery(teamsQuery)
  const staff = useStaff()
  const locations = useLocations()
  const patch = usePatch(changeTeam, queryKeys.teams)
  const all = teams.data?.items ?? []
  const used = all.filter(({ retired }) => !retired)
  const nameIn = (list: readonly { id: string; name: string }[], wanted: string | null) => list.find(({ id }) => id === wanted)?.name
  const add = <Button renderRoot={(props) => <Link to="/settings/teams/new" {...props} />}>{t('teams.add')}</Button>
  return (
    <SettingsPage title={tSettings('teams.title')} text={t('teams.text')} action={used.length > 0 && add}>
      {teams.isPending ? <RowSkeletons rows={4} height={60} /> : teams.isError ? <Problem error={teams.error} retry={() => void teams.refetch()} /> : (
        <>
          {used.length === 0 ? <EmptyState icon={<IconUsersGroup size={22} stroke={1.5} />} title={t('teams.empty')} text={t('teams.emptyText')} action={add} /> : (
            <ul className={classes.list}>
              {used.map(({ id, name, managerId, locationId, memberIds }) => (
                <li key={id} className={classes.row}>
                  <div className={classes.rowMain}>
                    <div className={classes.rowName}><Link to="/settings/teams/$teamId" params={{ teamId: id }}>{name}</Link></div>
                    <div className={classes.rowText}>
                      {[t('teams.members', { count: memberIds.length }), nameIn(staff, managerId) && t('teams.ledBy', { name: nameIn(staff, managerId) }), nameIn(locations, locationId)].filter(Boolean).join(' · ')}
                    </div>
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
