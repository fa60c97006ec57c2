import { signIn } from '@kontuar/contracts'
import { Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { ApiProblem } from '../../api/problem.ts'
import { looksLikeAddress } from '../../ui/form-errors.ts'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { useEnter } from './enter.ts'
import './entry-styles.ts'

const here = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('entry')
  const enter = useEnter()
  const { next } = here.useSearch()
  const form = useForm({
    initialValues: { email: '', password: '', remember: true },
    validateInputOnBlur: true,
    validate: {
      email: (email) => (email === '' || looksLikeAddress(email) ? null : t('email.wrong')),
    },
  })
  const mutation = useMutation({ mutationFn: (body: typeof form.values) => api(signIn, { body }), onSuccess: (me) => enter(me, next) })
  const wrong = mutation.error instanceof ApiProblem && mutation.error.code === 'wrong-credentials'

  return (
    <EntryFrame title={t('signIn.title')} text={next ? t('signIn.again') : undefined}>
      <SaveForm
        wide
        button={t('signIn.action')}
        pending={mutation.isPending}
        error={mutation.error}
        errorText={wrong ? t('signIn.wrong') : undefined}
        onSubmit={form.onSubmit((values) => {
          const errors = { ...(values.email.trim() ? {} : { email: t('email.missing') }), ...(values.password ? {} : { password: t('password.missing') }) }
          form.setErrors(errors)
          if (Object.keys(errors).length === 0) mutation.mutate({ ...values, email: values.email.trim() })
        })}
      >
        <TextInput label={t('email.label')} type="email" autoComplete="username" autoFocus {...form.getInputProps('email')} />
        <PasswordInput label={t('password.label')} autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t('password.show') }} {...form.getInputProps('password')} />
        <Checkbox label={t('signIn.remember')} {...form.getInputProps('remember', { type: 'checkbox' })} />
      </SaveForm>
    </EntryFrame>
  )
}
