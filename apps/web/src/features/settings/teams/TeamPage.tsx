import { changeTeam, createTeam, type Team } from '@kontuar/contracts'
import { MultiSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { teamsQuery, useStaff } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { LocationPicker } from '../../../ui/pickers/LocationPicker.tsx'
import { StaffPicker } from '../../../ui/pickers/StaffPicker.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { OnePage } from '../words/OnePage.tsx'
import { refusalText, refusedFields } from '../words/refusal.ts'
import { RetireButton } from '../words/RetireButton.tsx'
import classes from '../settings.module.css'

const list = '/settings/teams'
type Values = Pick<Team, 'name' | 'managerId' | 'locationId' | 'memberIds'>

export function NewTeamPage() {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const save = async (values: Values) => {
    await api(createTeam, { body: { ...values, name: values.name.trim() } })
    await queries.invalidateQueries({ queryKey: queryKeys.teams })
    showNotice({ message: tDesk('word.added', { name: values.name.trim() }) })
    await navigate({ to: list })
  }
  return (
    <SettingsPage title={t('teams.new')} back={{ to: list, label: tSettings('teams.title') }}>
      <TeamForm fresh start={{ name: '', managerId: null, locationId: null, memberIds: [] }} save={save} />
    </SettingsPage>
  )
}

export function TeamPage() {
  const { t } = useTranslation('settings')
  const { teamId } = useParams({ strict: false })
  const teams = useQuery(teamsQuery)
  return <OnePage list={teams} find={({ id }) => id === teamId} back={{ to: list, label: t('teams.title') }}>{(team) => <ChangeTeam key={team.id} team={team} />}</OnePage>
}

function ChangeTeam({ team: { id, name, managerId, locationId, memberIds, retired } }: { team: Team }) {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const save = async (values: Values) => {
    await api(changeTeam, { params: { id }, body: { ...values, name: values.name.trim() } })
    // Who serves which queue follows from the teams.
    await Promise.all([queries.invalidateQueries({ queryKey: queryKeys.teams }), queries.invalidateQueries({ queryKey: queryKeys.queues })])
  }
  return (
    <SettingsPage title={name} back={{ to: list, label: t('teams.title') }}>
      <TeamForm fresh={false} start={{ name, managerId, locationId, memberIds }} save={save} beside={<RetireButton route={changeTeam} queryKey={queryKeys.teams} id={id} name={name} retired={retired} />} />
    </SettingsPage>
  )
}

function TeamForm({ start, fresh, save, beside }: { start: Values; fresh: boolean; save: (values: Values) => Promise<unknown>; beside?: ReactNode }) {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const form = useForm({ initialValues: start, validateInputOnBlur: ['name'], validate: { name: (name) => (name.trim() ? null : tDesk('refused.nameMissing')) } })
  const saving = useMutation({ mutationFn: save, onSuccess: () => form.resetDirty(), onError: (error) => form.setErrors(refusedFields(error, tDesk)) })
  const people = useStaff().filter(({ id, active }) => active || start.memberIds.includes(id)).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <SaveForm button={fresh ? t('teams.addThis') : everywhere('action.save')} pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} errorText={saving.isError && refusalText(saving.error, tDesk) !== undefined ? everywhere('problem.invalid-input') : undefined} beside={beside} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <TextInput className={classes.narrow} label={tDesk('word.name')} maxLength={100} autoComplete="off" autoFocus={fresh} {...form.getInputProps('name')} />
      <MultiSelect className={classes.wideField} label={t('teams.people')} description={t('teams.peopleHint')} data={people} searchable hidePickedOptions nothingFoundMessage={everywhere('picker.nothing')} {...form.getInputProps('memberIds')} />
      <StaffPicker className={classes.narrow} label={t('teams.manager')} description={t('teams.managerHint')} placeholder={t('nobody')} error={form.errors['managerId']} value={form.values.managerId} change={(id) => form.setFieldValue('managerId', id)} />
      <LocationPicker className={classes.narrow} label={t('teams.location')} placeholder={t('nowhere')} error={form.errors['locationId']} value={form.values.locationId} change={(id) => form.setFieldValue('locationId', id)} />
    </SaveForm>
  )
}
