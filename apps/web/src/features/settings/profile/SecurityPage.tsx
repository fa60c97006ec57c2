import { changePassword } from '@kontuar/contracts'
import { PasswordInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { fieldErrors, passwordLength } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { SessionList } from './SessionList.tsx'
import classes from '../settings.module.css'

function PasswordForm() {
  const { t } = useTranslation('settings')
  const { email } = useMe().staff
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { current: '', next: '' },
    validateInputOnBlur: true,
    validate: {
      current: (password) => (password ? null : t('security.currentMissing')),
      next: (password) => (password.length >= passwordLength ? null : t('security.short', { count: passwordLength })),
    },
  })
  const mutation = useMutation({
    mutationFn: (body: typeof form.values) => api(changePassword, { body }),
    onSuccess: () => {
      form.reset()
      void queries.invalidateQueries({ queryKey: queryKeys.sessions })
    },
    onError: (error) => form.setErrors(error instanceof ApiProblem && error.code === 'wrong-credentials' ? { current: t('security.currentWrong') } : fieldErrors(error)),
  })
  const shown = mutation.error instanceof ApiProblem && mutation.error.code === 'wrong-credentials' ? null : mutation.error
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('security.show') } }
  return (
    <SaveForm button={t('security.change')} pending={mutation.isPending} saved={mutation.isSuccess} error={shown} onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
      <input type="text" hidden readOnly autoComplete="username" value={email} />
      <PasswordInput className={classes.narrow} label={t('security.current')} autoComplete="current-password" {...eye} {...form.getInputProps('current')} />
      <PasswordInput className={classes.narrow} label={t('security.next')} description={t('security.rule', { count: passwordLength })} autoComplete="new-password" {...eye} {...form.getInputProps('next')} />
    </SaveForm>
  )
}

export function SecurityPage() {
  const { t } = useTranslation('settings')
  return (
    <SettingsPage title={t('security.title')}>
      <Section title={t('security.password')} text={t('security.passwordText')}>
        <PasswordForm />
      </Section>
      <Section title={t('sessions.title')} text={t('sessions.text')}>
        <SessionList />
      </Section>
    </SettingsPage>
  )
}
