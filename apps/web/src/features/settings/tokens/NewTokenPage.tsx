import { createToken, type Permission } from '@kontuar/contracts'
import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { CopyField } from '../../../ui/CopyField.tsx'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import classes from '../settings.module.css'

const lifetimes = ['30', '90', '365', 'never'] as const
const expiry = (days: string) => (days === 'never' ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString())

export function NewTokenPage() {
  const { t } = useTranslation('settings')
  const { permissions } = useMe()
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { name: '', days: '90', scopes: permissions as string[] },
    validateInputOnBlur: true,
    validate: {
      name: (name) => (name.trim() ? null : t('tokens.nameMissing')),
      scopes: (scopes) => (scopes.length > 0 ? null : t('tokens.scopesMissing')),
    },
  })
  const mutation = useMutation({
    mutationFn: ({ name, days, scopes }: typeof form.values) => api(createToken, { body: { name: name.trim(), scopes: scopes as Permission[], expiresAt: expiry(days) } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.tokens }),
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  const back = { to: '/settings/tokens', label: t('tokens.title') } as const

  if (mutation.data)
    return (
      <SettingsPage title={t('tokens.created', { name: mutation.data.name })} text={t('tokens.createdText')} back={back}>
        <CopyField value={mutation.data.token} label={t('tokens.token')} />
        <p className={classes.after}>
          <Button variant="default" renderRoot={(props) => <Link to="/settings/tokens" {...props} />}>{t('tokens.done')}</Button>
        </p>
      </SettingsPage>
    )
  return (
    <SettingsPage title={t('tokens.new')} back={back}>
      <SaveForm button={t('tokens.create')} pending={mutation.isPending} error={mutation.error} onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
        <TextInput className={classes.narrow} label={t('tokens.name')} description={t('tokens.nameHint')} autoFocus {...form.getInputProps('name')} />
        <Select className={classes.narrow} label={t('tokens.lifetime')} data={lifetimes.map((value) => ({ value, label: value === 'never' ? t('tokens.lifetimeNever') : t('tokens.lifetimeDays', { count: Number(value) }) }))} {...form.getInputProps('days')} />
        <Checkbox.Group label={t('tokens.may')} description={t('tokens.mayHint')} {...form.getInputProps('scopes')}>
          <div className={classes.checks}>
            {permissions.map((permission) => (
              <Checkbox key={permission} value={permission} label={t(`permission.${permission}`)} />
            ))}
          </div>
        </Checkbox.Group>
      </SaveForm>
    </SettingsPage>
  )
}
