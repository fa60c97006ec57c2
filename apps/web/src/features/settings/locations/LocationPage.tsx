import { changeLocation, createLocation, type Location } from '@kontuar/contracts'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { locationsQuery, useRegions } from '../../../api/desk.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { StaffPicker } from '../../../ui/pickers/StaffPicker.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { timeZones } from '../../../ui/time-zones.ts'
import { showNotice } from '../../../ui/undo.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { OnePage } from '../words/OnePage.tsx'
import { refusalText, refusedFields } from '../words/refusal.ts'
import { RetireButton } from '../words/RetireButton.tsx'
import classes from '../settings.module.css'

const list = '/settings/locations'
interface Values { name: string; address: string; timeZone: string; managerId: string | null; regionId: string | null }
const wish = ({ name, address, timeZone, managerId, regionId }: Values) => ({ name: name.trim(), address: address.trim(), timeZone: timeZone === '' ? null : timeZone, managerId, regionId })

export function NewLocationPage() {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const save = async (values: Values) => {
    await api(createLocation, { body: wish(values) })
    await Promise.all([queries.invalidateQueries({ queryKey: queryKeys.locations }), queries.invalidateQueries({ queryKey: queryKeys.regions })])
    showNotice({ message: tDesk('word.added', { name: values.name.trim() }) })
    await navigate({ to: list })
  }
  return (
    <SettingsPage title={t('locations.new')} back={{ to: list, label: tSettings('locations.title') }}>
      <LocationForm fresh start={{ name: '', address: '', timeZone: '', managerId: null, regionId: null }} save={save} />
    </SettingsPage>
  )
}

export function LocationPage() {
  const { t } = useTranslation('settings')
  const { locationId } = useParams({ strict: false })
  const locations = useQuery(locationsQuery)
  return <OnePage list={locations} find={({ id }) => id === locationId} back={{ to: list, label: t('locations.title') }}>{(location) => <ChangeLocation key={location.id} location={location} />}</OnePage>
}

function ChangeLocation({ location: { id, name, address, timeZone, managerId, regionId, retired } }: { location: Location }) {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const save = async (values: Values) => {
    await api(changeLocation, { params: { id }, body: wish(values) })
    await Promise.all([queries.invalidateQueries({ queryKey: queryKeys.locations }), queries.invalidateQueries({ queryKey: queryKeys.regions })])
  }
  return (
    <SettingsPage title={name} back={{ to: list, label: t('locations.title') }}>
      <LocationForm fresh={false} start={{ name, address, timeZone: timeZone ?? '', managerId, regionId }} save={save} beside={<RetireButton route={changeLocation} queryKey={queryKeys.locations} id={id} name={name} retired={retired} />} />
    </SettingsPage>
  )
}

function LocationForm({ start, fresh, save, beside }: { start: Values; fresh: boolean; save: (values: Values) => Promise<unknown>; beside?: ReactNode }) {
  const { t } = useTranslation('structure')
  const { t: tDesk } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const { timeZone } = useMe().organization
  const regions = useRegions().filter(({ id, retired }) => !retired || id === start.regionId)
  const zones = useMemo(() => timeZones(), [])
  const form = useForm({ initialValues: start, validateInputOnBlur: ['name'], validate: { name: (name) => (name.trim() ? null : tDesk('refused.nameMissing')) } })
  const saving = useMutation({ mutationFn: save, onSuccess: () => form.resetDirty(), onError: (error) => form.setErrors(refusedFields(error, tDesk)) })
  return (
    <SaveForm button={fresh ? t('locations.addThis') : everywhere('action.save')} pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} errorText={saving.isError && refusalText(saving.error, tDesk) !== undefined ? everywhere('problem.invalid-input') : undefined} beside={beside} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <TextInput className={classes.narrow} label={tDesk('word.name')} maxLength={100} autoComplete="off" autoFocus={fresh} {...form.getInputProps('name')} />
      <Textarea className={classes.narrow} label={t('locations.address')} autosize minRows={2} maxLength={500} {...form.getInputProps('address')} />
      <StaffPicker className={classes.narrow} label={t('locations.manager')} description={t('locations.managerHint')} placeholder={t('nobody')} error={form.errors['managerId']} value={form.values.managerId} change={(id) => form.setFieldValue('managerId', id)} />
      {regions.length > 0 && <Select className={classes.narrow} label={t('locations.region')} placeholder={t('locations.regionNone')} clearable clearButtonProps={{ 'aria-label': everywhere('picker.clear') }} searchable={regions.length > 8} data={regions.map(({ id, name }) => ({ value: id, label: name }))} error={form.errors['regionId']} value={form.values.regionId} onChange={(id) => form.setFieldValue('regionId', id)} />}
      <Select
        className={classes.narrow}
        label={t('locations.zone')}
        data={zones}
        searchable
        limit={60}
        clearable
        clearButtonProps={{ 'aria-label': everywhere('picker.clear') }}
        nothingFoundMessage={everywhere('picker.nothing')}
        placeholder={t('locations.zoneOurs', { zone: timeZone })}
        {...form.getInputProps('timeZone')}
        value={form.values.timeZone === '' ? null : form.values.timeZone}
        onChange={(zone) => form.setFieldValue('timeZone', zone ?? '')}
      />
    </SaveForm>
  )
}
