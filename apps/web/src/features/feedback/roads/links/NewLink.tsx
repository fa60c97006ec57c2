import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { fieldErrors } from '../../../../ui/form-errors.ts'
import { LocationPicker } from '../../../../ui/pickers/LocationPicker.tsx'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { useSurveyId } from '../frame/RoadPage.tsx'
import { useMakeLinks, type LinkRoad } from './link-queries.ts'
import shared from '../frame/roads.module.css'

interface Given { road: Exclude<LinkRoad, 'qr'>; usualName: string; button: string; done: () => void }

/** A name to tell it from the others by, and where its answers are counted. */
export function NewLink({ road, usualName, button, done }: Given) {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const making = useMakeLinks()
  const form = useForm({ initialValues: { name: usualName, locationId: null as string | null }, validateInputOnBlur: ['name'], validate: { name: (name) => (name.trim() === '' ? t('nameMissing') : null) } })
  return (
    <div className={shared.making}>
      <SaveForm button={button} pending={making.isPending} error={making.error} onSubmit={form.onSubmit(({ name, locationId }) => making.mutate({ surveyId, road, name: name.trim(), locationId }, { onSuccess: done, onError: (error) => form.setErrors(fieldErrors(error)) }))}>
        <div className={shared.pair}>
          <TextInput autoFocus label={t('name')} description={t('nameHint')} maxLength={200} {...form.getInputProps('name')} />
          <LocationPicker label={t('location')} description={t('locationHint')} placeholder={t('locationAny')} comboboxProps={{ position: 'bottom-start' }} value={form.values.locationId} change={(id) => form.setFieldValue('locationId', id)} error={form.errors['locationId']} />
        </div>
      </SaveForm>
    </div>
  )
}
