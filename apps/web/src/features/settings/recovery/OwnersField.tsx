// Who is responsible: by part in the matter first, so that it stays right when people come and go. The first who is there has it.
import { parts, roles, type Recipient } from '@kontuar/contracts'
import { CloseButton, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaff, useTeams } from '../../../api/desk.ts'
import { moved } from '../../../ui/sortable/moved.ts'
import { Sortable } from '../../../ui/sortable/Sortable.tsx'
import { keyOfRecipient, recipientOf } from '../../alerts/index.ts'
import words from '../words/words.module.css'
import classes from '../settings.module.css'

const most = 10

export function OwnersField({ value, change, error }: { value: readonly Recipient[]; change: (owners: Recipient[]) => void; error: ReactNode }) {
  const { t } = useTranslation('recovery')
  const { t: tSettings } = useTranslation('settings')
  const { t: everywhere } = useTranslation()
  const [teams, staff] = [useTeams(), useStaff()]
  const nameOf = (owner: Recipient): string => {
    if (owner.to === 'role') return t('settings.ownerRole', { role: tSettings(`role.${owner.role}`) })
    if (owner.to === 'team-of') return t('settings.ownerTeam', { team: teams.find(({ id }) => id === owner.teamId)?.name ?? '…' })
    if (owner.to === 'staff') return staff.find(({ id }) => id === owner.staffId)?.name ?? '…'
    return t(`settings.owner.${owner.to}`)
  }
  const offered: Recipient[][] = [
    parts.map((to) => ({ to })), roles.filter((role) => role !== 'observer').map((role) => ({ to: 'role' as const, role })),
    teams.filter(({ retired }) => !retired).map(({ id }) => ({ to: 'team-of' as const, teamId: id })), staff.filter(({ active, role }) => active && role !== 'observer').map(({ id }) => ({ to: 'staff' as const, staffId: id })),
  ]
  const taken = new Set(value.map(keyOfRecipient))
  const groups = (['parts', 'roles', 'teams', 'people'] as const).map((group, i) => ({ group: t(`settings.ownerGroup.${group}`), items: offered[i]!.filter((owner) => !taken.has(keyOfRecipient(owner))).map((owner) => ({ value: keyOfRecipient(owner), label: nameOf(owner) })) })).filter(({ items }) => items.length > 0)
  return (
    <div className={classes.stack}>
      {value.length > 0 && (
        <Sortable items={value} idOf={keyOfRecipient} nameOf={nameOf} move={(from, to) => change(moved(value, from, to))} label={t('settings.owners')}>
          {(owner, handle) => (
            <div className={words.sorted}>
              {handle}
              <span className={words.name}>{nameOf(owner)}</span>
              <CloseButton className={words.end} aria-label={t('settings.ownerDrop', { name: nameOf(owner) })} onClick={() => change(value.filter((each) => each !== owner))} />
            </div>
          )}
        </Sortable>
      )}
      {value.length < most && <Select className={classes.narrow} label={t('settings.ownerAdd')} searchable nothingFoundMessage={everywhere('picker.nothing')} placeholder={everywhere('picker.choose')} data={groups} value={null} onChange={(key) => { const owner = key === null ? null : recipientOf(key); if (owner !== null) change([...value, owner]) }} error={error} />}
    </div>
  )
}
