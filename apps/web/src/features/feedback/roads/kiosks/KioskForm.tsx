import type { Kiosk } from '@kontuar/contracts'
import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { fieldErrors } from '../../../../ui/form-errors.ts'
import { LocationPicker } from '../../../../ui/pickers/LocationPicker.tsx'
import { SaveForm } from '../../../../ui/SaveForm.tsx'
import { surveysQuery } from '../../surveys/survey-queries.ts'
import { useSurvey, useSurveyId } from '../frame/RoadPage.tsx'
import { useKioskActs } from './kiosk-queries.ts'
import shared from '../frame/roads.module.css'

/** @param made is told the kiosk with its address, when it was new */
export function KioskForm({ kiosk, made, leave }: { kiosk: Kiosk | null; made?: (kiosk: Kiosk) => void; leave: () => void }) {
  const { t } = useTranslation('roads')
  const surveyId = useSurveyId()
  const languages = useSurvey()?.languages ?? []
  const surveys = useInfiniteQuery({ ...surveysQuery('false'), enabled: kiosk !== null }).data?.pages.flatMap(({ items }) => items) ?? []
  const { create, change } = useKioskActs()
  const form = useForm({
    initialValues: { name: kiosk?.name ?? '', surveyId: kiosk?.surveyId ?? surveyId, locationId: kiosk?.locationId ?? null, idleSeconds: (kiosk?.idleSeconds ?? 30) as number | string, attract: kiosk?.attract ?? {} },
    validateInputOnBlur: ['name', 'idleSeconds'],
    validate: { name: (name) => (name.trim() === '' ? t('kiosk.nameMissing') : null), idleSeconds: (given) => (given !== '' && Number(given) >= 5 && Number(given) <= 600 ? null : t('kiosk.idleWrong')) },
  })
  const running = kiosk === null ? create : change
  const names = new Intl.DisplayNames(currentLocale(), { type: 'language' })
  const onError = (error: unknown) => form.setErrors(fieldErrors(error))
  return (
    <div className={shared.making}>
      <SaveForm
        {...(kiosk === null && { button: t('kiosk.make') })}
        pending={running.isPending}
        error={running.error}
        beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>}
        onSubmit={form.onSubmit(({ attract, idleSeconds, ...values }) => {
          const body = { ...values, name: values.name.trim(), idleSeconds: Number(idleSeconds), attract: Object.fromEntries(Object.entries(attract).map(([language, text]) => [language, text.trim()]).filter(([, text]) => text !== '')) }
          if (kiosk === null) create.mutate(body, { onSuccess: (fresh) => made?.(fresh), onError })
          else change.mutate({ id: kiosk.id, body }, { onSuccess: leave, onError })
        })}
      >
        <div className={shared.pair}>
          <TextInput autoFocus label={t('kiosk.name')} placeholder={t('kiosk.nameExample')} maxLength={200} {...form.getInputProps('name')} />
          <LocationPicker label={t('location')} placeholder={t('locationAny')} comboboxProps={{ position: 'bottom-start' }} value={form.values.locationId} change={(id) => form.setFieldValue('locationId', id)} error={form.errors['locationId']} />
          {kiosk !== null && <Select label={t('kiosk.survey')} description={t('kiosk.surveyHint')} allowDeselect={false} searchable={surveys.length > 8} data={surveys.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('surveyId')} />}
          <NumberInput label={t('kiosk.idle')} description={t('kiosk.idleHint')} min={5} max={600} allowDecimal={false} allowNegative={false} suffix={` ${t('website.secondsShort')}`} {...form.getInputProps('idleSeconds')} />
        </div>
        {languages.map((language, index) => (
          <TextInput key={language} className={shared.wide} label={t('kiosk.attract', { language: names.of(language) ?? language })} {...(index === 0 && { description: t('kiosk.attractHint') })} maxLength={300} lang={language} value={form.values.attract[language] ?? ''} onChange={(event) => form.setFieldValue('attract', { ...form.values.attract, [language]: event.currentTarget.value })} />
        ))}
      </SaveForm>
    </div>
  )
}
