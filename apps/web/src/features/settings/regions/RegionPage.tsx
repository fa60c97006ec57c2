import { changeRegion, createRegion, type Region } from '@kontuar/contracts'
import { MultiSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { regionsQuery, useLocations } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { StaffPicker } from '../../../ui/pickers/StaffPicker.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { OnePage } from '../words/OnePage.tsx'
import { refusalText, refusedFields } from '../words/refusal.ts'
import { RetireButton } from '../words/RetireButton.tsx'
import classes from '../settings.module.css'

const list = '/settings/regions'
type Values = Pick<Region, 'name' | 'managerId' | 'locationIds'>

function useRenew() {
  const queries = useQueryClient()
  // A location knows its region.
  return () => Promise.all([queries.invalidateQueries({ queryKey: queryKeys.regions }), queries.invalidateQueries({ queryKey: queryKeys.locations })])
}

export function NewRegionPage() {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const renew = useRenew()
  const navigate = useNavigate()
  const save = async (values: Values) => {
    await api(createRegion, { body: { ...values, name: values.name.trim() } })
    await renew()
    showNotice({ message: tDesk('word.added', { name: values.name.trim() }) })
    await navigate({ to: list })
  }
  return (
    <SettingsPage title={t('regions.new')} back={{ to: list, label: tSettings('regions.title') }}>
      <RegionForm fresh start={{ name: '', managerId: null, locationIds: [] }} save={save} />
    </SettingsPage>
  )
}

export function RegionPage() {
  const { t } = useTranslation('settings')
  const { regionId } = useParams({ strict: false })
  const regions = useQuery(regionsQuery)
  return <OnePage list={regions} find={({ id }) => id === regionId} back={{ to: list, label: t('regions.title') }}>{(region) => <ChangeRegion key={region.id} region={region} />}</OnePage>
}

function ChangeRegion({ region: { id, name, managerId, locationIds, retired } }: { region: Region }) {
  const { t } = useTranslation('settings')
  const renew = useRenew()
  const save = async (values: Values) => {
    await api(changeRegion, { params: { id }, body: { ...values, name: values.name.trim() } })
    await renew()
  }
  return (
    <SettingsPage title={name} back={{ to: list, label: t('regions.title') }}>
      <RegionForm fresh={false} start={{ name, managerId, locationIds }} save={save} beside={<RetireButton route={changeRegion} queryKey={queryKeys.regions} id={id} name={name} retired={retired} />} />
    </SettingsPage>
  )
}

function RegionForm({ start, fresh, save, beside }: { start: Values; fresh: boolean; save: (values: Values) => Promise<unknown>; beside?: ReactNode }) {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const form = useForm({ initialValues: start, validateInputOnBlur: ['name'], validate: { name: (name) => (name.trim() ? null : tDesk('refused.nameMissing')) } })
  const saving = useMutation({ mutationFn: save, onSuccess: () => form.resetDirty(), onError: (error) => form.setErrors(refusedFields(error, tDesk)) })
  const places = useLocations().filter(({ id, retired }) => !retired || start.locationIds.includes(id)).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <SaveForm button={fresh ? t('regions.addThis') : everywhere('action.save')} pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} errorText={saving.isError && refusalText(saving.error, tDesk) !== undefined ? everywhere('problem.invalid-input') : undefined} beside={beside} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <TextInput className={classes.narrow} label={tDesk('word.name')} maxLength={100} autoComplete="off" autoFocus={fresh} {...form.getInputProps('name')} />
      <MultiSelect className={classes.wideField} label={t('regions.locations')} description={t('regions.locationsHint')} data={places} searchable hidePickedOptions nothingFoundMessage={everywhere('picker.nothing')} {...form.getInputProps('locationIds')} />
      <StaffPicker className={classes.narrow} label={t('regions.manager')} description={t('regions.managerHint')} placeholder={t('nobody')} error={form.errors['managerId']} value={form.values.managerId} change={(id) => form.setFieldValue('managerId', id)} />
    </SaveForm>
  )
}
