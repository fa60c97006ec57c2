// The token stands behind the # of the address, so that it never reaches a server log; it is taken out at once.
import { acceptInvitation, viewInvitation, type ResponseOf } from '@kontuar/contracts'
import { PasswordInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { ApiProblem } from '../../api/problem.ts'
import { fieldErrors, passwordLength } from '../../ui/form-errors.ts'
import { Problem } from '../../ui/Problem.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { FormSkeleton } from '../../ui/Skeletons.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { useEnter } from './enter.ts'
import './entry-styles.ts'

type InvitationView = ResponseOf<typeof viewInvitation>

function AcceptForm({ token, view }: { token: string; view: InvitationView }) {
  const { t } = useTranslation('entry')
  const enter = useEnter()
  const form = useForm({
    initialValues: { name: '', password: '' },
    validateInputOnBlur: true,
    validate: {
      name: (name) => (view.existingUser || name.trim() ? null : t('name.missing')),
      password: (password) => (view.existingUser ? (password ? null : t('password.missing')) : password.length >= passwordLength ? null : t('password.short', { count: passwordLength })),
    },
  })
  const mutation = useMutation({
    mutationFn: ({ name, password }: typeof form.values) => api(acceptInvitation, { body: { token, password, ...(view.existingUser ? {} : { name: name.trim() }) } }),
    onSuccess: (me) => enter(me),
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  const wrong = mutation.error instanceof ApiProblem && mutation.error.code === 'wrong-credentials'
  return (
    <SaveForm wide button={t('invitation.action')} pending={mutation.isPending} error={mutation.error} errorText={wrong ? t('invitation.wrongPassword') : undefined} onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
      <TextInput label={t('email.label')} value={view.email} readOnly autoComplete="username" variant="filled" />
      {!view.existingUser && <TextInput label={t('name.label')} description={t('invitation.nameHint')} autoComplete="name" autoFocus {...form.getInputProps('name')} />}
      <PasswordInput
        label={t('password.label')}
        description={view.existingUser ? t('invitation.existing') : t('password.rule', { count: passwordLength })}
        autoComplete={view.existingUser ? 'current-password' : 'new-password'}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        {...form.getInputProps('password')}
      />
    </SaveForm>
  )
}

export function InvitationPage() {
  const { t } = useTranslation('entry')
  const [token] = useState(() => location.hash.slice(1))
  useEffect(() => history.replaceState(history.state, '', location.pathname), [])
  const view = useQuery({ queryKey: ['invitation', token], queryFn: ({ signal }) => api(viewInvitation, { body: { token }, signal }), enabled: token.length >= 10, staleTime: Infinity })

  if (token.length < 10 || view.isError) {
    const gone = token.length < 10 || (view.error instanceof ApiProblem && view.error.status < 500 && view.error.status > 0)
    return (
      <EntryFrame title={t('invitation.goneTitle')} text={gone ? t('invitation.goneText') : undefined}>
        {!gone && <Problem error={view.error} retry={() => void view.refetch()} />}
      </EntryFrame>
    )
  }
  if (!view.data)
    return (
      <EntryFrame title={t('invitation.loading')}>
        <FormSkeleton fields={3} />
      </EntryFrame>
    )
  return (
    <EntryFrame title={t('invitation.title', { organization: view.data.organizationName })} text={t(`invitation.role.${view.data.role}`)}>
      <AcceptForm token={token} view={view.data} />
    </EntryFrame>
  )
}
