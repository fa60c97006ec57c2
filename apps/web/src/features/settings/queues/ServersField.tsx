// Who serves a queue: people by name and whole teams, and what comes of both.
import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStaff, useTeams } from '../../../api/desk.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Initials } from '../../../ui/Initials.tsx'
import { whoServes } from './who-serves.ts'
import shared from '../settings.module.css'
import classes from './queues.module.css'

interface Props { memberIds: string[]; teamIds: string[]; change: (servers: { memberIds?: string[]; teamIds?: string[] }) => void }

export function ServersField({ memberIds, teamIds, change }: Props) {
  const { t } = useTranslation('queues')
  const { t: everywhere } = useTranslation()
  const staff = useStaff()
  const teams = useTeams()
  const people = whoServes(memberIds, teamIds, staff, teams, currentLocale())
  const clear = { clearable: true, clearButtonProps: { 'aria-label': everywhere('picker.clear') }, searchable: true, nothingFoundMessage: everywhere('picker.nothing'), hidePickedOptions: true } as const
  return (
    <div className={classes.servers}>
      <div className={shared.pair}>
        <MultiSelect label={t('members')} description={t('membersHint')} {...clear} data={staff.filter(({ id, active, role }) => (active && role !== 'observer') || memberIds.includes(id)).map(({ id, name }) => ({ value: id, label: name }))} value={memberIds} onChange={(ids) => change({ memberIds: ids })} />
        <MultiSelect label={t('teams')} description={t('teamsHint')} {...clear} data={teams.filter(({ id, retired }) => !retired || teamIds.includes(id)).map(({ id, name }) => ({ value: id, label: name }))} value={teamIds} onChange={(ids) => change({ teamIds: ids })} />
      </div>
      <div role="status">
        <p className={classes.label}>{people.length === 0 ? t('servedByAll') : t('servedBy', { count: people.length })}</p>
        {people.length > 0 && (
          <ul className={classes.people}>
            {people.map(({ id, name }) => <li key={id}><Initials name={name} size={20} /> {name}</li>)}
          </ul>
        )}
      </div>
    </div>
  )
}
