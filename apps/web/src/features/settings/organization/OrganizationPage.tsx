import { changeOrganization, type Locale } from '@kontuar/contracts'
import { NumberInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { localeNames, locales } from '../../../i18n/i18n.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { timeZones } from '../../../ui/time-zones.ts'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { OutgoingBrake } from './OutgoingBrake.tsx'
import classes from '../settings.module.css'

export function OrganizationPage() {
  const { t } = useTranslation('settings')
  const { organization } = useMe()
  const queries = useQueryClient()
  const zones = useMemo(() => timeZones(), [])
  const form = useForm({
    initialValues: { name: organization.name, locale: organization.locale, timeZone: organization.timeZone, reopenDays: organization.reopenDays as number | string },
    validateInputOnBlur: true,
    validate: {
      name: (name) => (name.trim() ? null : t('organization.nameMissing')),
      reopenDays: (days) => (typeof days === 'number' && days >= 0 && days <= 3650 ? null : t('organization.reopenWrong')),
    },
  })
  const mutation = useMutation({
    mutationFn: (values: typeof form.values) => api(changeOrganization, { body: { ...values, name: values.name.trim(), reopenDays: Number(values.reopenDays) } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.me }),
    onError: (error) => form.setErrors(fieldErrors(error)),
  })

  return (
    <SettingsPage title={t('organization.title')}>
      <Section>
        <SaveForm pending={mutation.isPending} saved={mutation.isSuccess} error={mutation.error} onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
          <TextInput className={classes.narrow} label={t('organization.name')} {...form.getInputProps('name')} />
          <Select className={classes.narrow} label={t('organization.locale')} description={t('organization.localeHint')} data={locales.map((value) => ({ value, label: localeNames[value] }))} {...form.getInputProps('locale')} onChange={(value) => form.setFieldValue('locale', value as Locale)} />
          <Select className={classes.narrow} label={t('organization.timeZone')} data={zones} searchable limit={60} {...form.getInputProps('timeZone')} />
          <NumberInput className={classes.narrow} label={t('organization.reopen')} description={t('organization.reopenHint')} min={0} max={3650} allowDecimal={false} allowNegative={false} {...form.getInputProps('reopenDays')} />
        </SaveForm>
      </Section>
      <Section title={t('brake.title')} text={t('brake.text')}>
        <OutgoingBrake />
      </Section>
    </SettingsPage>
  )
}
