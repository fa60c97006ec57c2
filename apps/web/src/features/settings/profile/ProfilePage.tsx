import { changeMe, type Locale, type Me } from '@kontuar/contracts'
import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { localeNames, locales, switchLocale } from '../../../i18n/i18n.ts'
import { useColorScheme } from '../../../theme/color-scheme.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { RichTextField } from '../../../ui/RichTextField.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { timeZones } from '../../../ui/time-zones.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import classes from '../settings.module.css'

const themes = ['light', 'dark', 'auto'] as const

export function ProfilePage() {
  const { t } = useTranslation('settings')
  const { t: everywhere } = useTranslation()
  const { staff, organization } = useMe()
  const queries = useQueryClient()
  const { setColorScheme } = useColorScheme()
  const zones = useMemo(() => timeZones(), [])
  const form = useForm({
    initialValues: { name: staff.name, locale: staff.locale ?? organization.locale, theme: staff.theme, signatureHtml: staff.signatureHtml, timeZone: staff.timeZone, phone: staff.phone ?? '' },
    validateInputOnBlur: true,
    validate: { name: (name) => (name.trim() ? null : t('profile.nameMissing')) },
  })
  const mutation = useMutation({
    mutationFn: (body: typeof form.values) => api(changeMe, { body: { ...body, name: body.name.trim(), phone: body.phone.trim() || null } }),
    onSuccess: async (me: Me) => {
      queries.setQueryData(queryKeys.me, me)
      setColorScheme(me.staff.theme)
      form.setFieldValue('phone', me.staff.phone ?? '')
      await switchLocale(me.staff.locale ?? me.organization.locale)
    },
    onError: (error) => form.setErrors(Object.fromEntries(Object.entries(fieldErrors(error)).map(([field, said]) => [field, field === 'phone' ? t('profile.phoneWrong') : field === 'timeZone' ? t('profile.zoneWrong') : said]))),
  })

  return (
    <SettingsPage title={t('profile.title')} text={t('profile.text')}>
      <SaveForm pending={mutation.isPending} saved={mutation.isSuccess} error={mutation.error} onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
        <TextInput className={classes.narrow} label={t('profile.name')} description={t('profile.nameHint')} autoComplete="name" {...form.getInputProps('name')} />
        <Select className={classes.narrow} label={t('profile.locale')} data={locales.map((value) => ({ value, label: localeNames[value] }))} {...form.getInputProps('locale')} onChange={(value) => form.setFieldValue('locale', value as Locale)} />
        <Select
          className={classes.narrow} label={t('profile.zone')} description={t('profile.zoneHint')} placeholder={t('profile.zoneOurs', { zone: organization.timeZone })} data={zones} searchable limit={60} clearable
          clearButtonProps={{ 'aria-label': everywhere('picker.clear') }} nothingFoundMessage={everywhere('picker.nothing')} {...form.getInputProps('timeZone')}
        />
        <TextInput className={classes.narrow} label={t('profile.phone')} description={t('profile.phoneHint')} type="tel" autoComplete="tel" maxLength={40} {...form.getInputProps('phone')} />
        <fieldset className={classes.choice}>
          <legend>{t('profile.theme')}</legend>
          <SegmentedControl data={themes.map((value) => ({ value, label: everywhere(`theme.${value}`) }))} {...form.getInputProps('theme')} onChange={(value) => form.setFieldValue('theme', value as Me['staff']['theme'])} />
        </fieldset>
        <RichTextField label={t('profile.signature')} description={t('profile.signatureHint')} value={staff.signatureHtml} onChange={(html) => form.setFieldValue('signatureHtml', html)} />
      </SaveForm>
    </SettingsPage>
  )
}
