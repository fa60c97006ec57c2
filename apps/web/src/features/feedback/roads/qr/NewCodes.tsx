import { NumberInput, SegmentedControl, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { fieldErrors } from '../../../../ui/form-errors.ts'
import { LocationPicker } from '../../../../ui/pickers/LocationPicker.tsx'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { useSurveyId } from '../frame/RoadPage.tsx'
import { useMakeLinks } from '../links/link-queries.ts'
import { placeFault, placesOf, type PlaceWish } from './places.ts'
import shared from '../frame/roads.module.css'
import classes from './qr.module.css'

const modes = ['numbered', 'listed', 'one'] as const

/** One code for each table or counter, so that one sees later where an answer came from. */
export function NewCodes({ done }: { done: () => void }) {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const making = useMakeLinks()
  const form = useForm<PlaceWish & { name: string; locationId: string | null }>({
    initialValues: { name: t('qr.usual'), locationId: null, mode: 'numbered', place: '', word: t('qr.word'), from: 1, to: 10, lines: '' },
    validateInputOnBlur: ['name'],
    validate: { name: (name) => (name.trim() === '' ? t('nameMissing') : null) },
  })
  const { values } = form
  const places = placesOf(values)
  const fault = placeFault(values)
  const submit = form.onSubmit(({ name, locationId }) => {
    if (fault !== null) return
    making.mutate({ surveyId, road: 'qr', name: name.trim(), locationId, ...(values.mode === 'one' ? { place: places[0]! } : { places }) }, { onSuccess: done, onError: (error) => form.setErrors(fieldErrors(error)) })
  })
  return (
    <div className={shared.making}>
      <SaveForm button={t('qr.make', { count: fault === null ? places.length : 0 })} pending={making.isPending} error={making.error} onSubmit={submit}>
        <div className={shared.pair}>
          <TextInput label={t('name')} description={t('qr.nameHint')} maxLength={200} {...form.getInputProps('name')} />
          <LocationPicker label={t('location')} description={t('locationHint')} placeholder={t('locationAny')} comboboxProps={{ position: 'bottom-start' }} value={values.locationId} change={(id) => form.setFieldValue('locationId', id)} error={form.errors['locationId']} />
        </div>
        <fieldset className={shared.choice}>
          <legend>{t('qr.places')}</legend>
          <SegmentedControl aria-label={t('qr.places')} data={modes.map((mode) => ({ value: mode, label: t(`qr.mode.${mode}`) }))} value={values.mode} onChange={(mode) => form.setFieldValue('mode', mode as PlaceWish['mode'])} />
        </fieldset>
        {values.mode === 'numbered' && (
          <div className={classes.numbers}>
            <TextInput label={t('qr.wordLabel')} maxLength={80} {...form.getInputProps('word')} />
            <NumberInput label={t('qr.from')} min={0} max={99_999} allowDecimal={false} {...form.getInputProps('from')} />
            <NumberInput label={t('qr.to')} min={0} max={99_999} allowDecimal={false} {...form.getInputProps('to')} />
          </div>
        )}
        {values.mode === 'listed' && <Textarea className={shared.wide} label={t('qr.lines')} description={t('qr.linesHint')} rows={5} {...form.getInputProps('lines')} />}
        {values.mode === 'one' && <TextInput className={shared.wide} label={t('qr.place')} description={t('qr.placeHint')} maxLength={100} {...form.getInputProps('place')} />}
        <p className={classes.outcome} data-wrong={fault !== null || undefined} role="status">{fault !== null ? t(`qr.fault.${fault}`) : values.mode === 'one' ? '' : places.length > 3 ? `${places.slice(0, 2).join(', ')} … ${places.at(-1)}` : places.join(', ')}</p>
      </SaveForm>
    </div>
  )
}
