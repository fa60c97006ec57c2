// The first start: the organization and its first administrator.
import { doSetup, getSetup, type Locale } from '@kontuar/contracts'
import { PasswordInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { currentLocale, localeNames, locales, switchLocale } from '../../i18n/i18n.ts'
import { fieldErrors, looksLikeAddress, passwordLength } from '../../ui/form-errors.ts'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { guessTimeZone, timeZones } from '../../ui/time-zones.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { useEnter } from './enter.ts'
import './entry-styles.ts'
import classes from './entry.module.css'

export function SetupPage() {
  const { t } = useTranslation('entry')
  const enter = useEnter()
  const zones = useMemo(() => timeZones(), [])
  const setup = useQuery({ queryKey: ['setup'], queryFn: ({ signal }) => api(getSetup, { signal }) })
  const form = useForm({
    initialValues: { organizationName: '', locale: currentLocale() as Locale, timeZone: guessTimeZone(), name: '', email: '', password: '' },
    validateInputOnBlur: true,
    validate: {
      organizationName: (name) => (name.trim() ? null : t('setup.organizationMissing')),
      name: (name) => (name.trim() ? null : t('name.missing')),
      email: (email) => (looksLikeAddress(email) ? null : t('email.wrong')),
      password: (password) => (password.length >= passwordLength ? null : t('password.short', { count: passwordLength })),
    },
  })
  const mutation = useMutation({
    mutationFn: (body: typeof form.values) => api(doSetup, { body: { ...body, email: body.email.trim() } }),
    onSuccess: (me) => enter(me),
    onError: (error) => form.setErrors(fieldErrors(error)),
  })

  if (setup.data && !setup.data.needed)
    return (
      <EntryFrame title={t('setup.doneTitle')} text={t('setup.doneText')}>
        <Link to="/sign-in">{t('signIn.action')}</Link>
      </EntryFrame>
    )
  return (
    <EntryFrame title={t('setup.title')} text={t('setup.text')}>
      <SaveForm wide button={t('setup.action')} pending={mutation.isPending} error={mutation.error} onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
        <fieldset className={classes.section}>
          <legend>{t('setup.organization')}</legend>
          <TextInput label={t('setup.organizationName')} description={t('setup.organizationHint')} autoComplete="organization" autoFocus {...form.getInputProps('organizationName')} />
          <Select
            label={t('setup.locale')}
            data={locales.map((value) => ({ value, label: localeNames[value] }))}
            {...form.getInputProps('locale')}
            onChange={(value) => {
              form.setFieldValue('locale', value as Locale)
              void switchLocale(value as Locale)
            }}
          />
          <Select label={t('setup.timeZone')} description={t('setup.timeZoneHint')} data={zones} searchable limit={60} nothingFoundMessage={t('setup.timeZoneUnknown')} {...form.getInputProps('timeZone')} />
        </fieldset>
        <fieldset className={classes.section}>
          <legend>{t('setup.administrator')}</legend>
          <TextInput label={t('name.label')} autoComplete="name" {...form.getInputProps('name')} />
          <TextInput label={t('email.label')} type="email" autoComplete="username" {...form.getInputProps('email')} />
          <PasswordInput label={t('password.label')} description={t('password.rule', { count: passwordLength })} autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('password.show') }} {...form.getInputProps('password')} />
        </fieldset>
      </SaveForm>
    </EntryFrame>
  )
}
