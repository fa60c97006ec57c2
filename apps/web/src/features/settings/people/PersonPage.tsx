// One person: role, what they see, what they can take.
import type { Staff } from '@kontuar/contracts'
import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { staffQuery } from '../../../api/desk.ts'
import { useCan, useMe } from '../../../api/me.ts'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { OnePage } from '../words/OnePage.tsx'
import { AbilityForm } from './AbilityForm.tsx'
import { AccessForm } from './AccessForm.tsx'
import { RoleForm } from './RoleForm.tsx'
import { useAbility, useAccess } from './use-person.ts'
import { Waiting } from './Waiting.tsx'

export function PersonPage() {
  const { t } = useTranslation('settings')
  const { personId } = useParams({ strict: false })
  const staff = useQuery(staffQuery)
  return <OnePage list={staff} find={({ id }) => id === personId} back={{ to: '/settings/people', label: t('people.title') }}>{(person) => <Person key={person.id} person={person} />}</OnePage>
}

function Person({ person }: { person: Staff }) {
  const { t } = useTranslation('structure')
  const { t: tSettings } = useTranslation('settings')
  const mayManage = useCan('staff.manage')
  const mayArrange = useCan('desk.manage')
  const me = useMe().staff.id === person.id
  const access = useAccess(person.id)
  const ability = useAbility(person.id)
  return (
    <SettingsPage title={person.name} text={person.email} back={{ to: '/settings/people', label: tSettings('people.title') }} action={!person.active && <Badge variant="outline" color="gray">{tSettings('people.inactive')}</Badge>}>
      <Section title={tSettings('people.role')}>
        <RoleForm person={person} disabled={!mayManage || me} own={me} />
      </Section>
      <Section title={t('access.title')} text={t('access.text')}>
        <Waiting query={access}>{(given) => <AccessForm key={JSON.stringify(given)} person={person} given={given} disabled={!mayManage} />}</Waiting>
      </Section>
      <Section title={t('ability.title')} text={t('ability.text')}>
        <Waiting query={ability}>{(given) => <AbilityForm key={JSON.stringify(given)} person={person} given={given} disabled={!mayArrange} />}</Waiting>
      </Section>
    </SettingsPage>
  )
}
