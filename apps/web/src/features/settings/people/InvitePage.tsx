import { createInvitation, roles, type Role } from '@kontuar/contracts'
import { Button, Radio, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { CopyField } from '../../../ui/CopyField.tsx'
import { fieldErrors, looksLikeAddress } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import classes from '../settings.module.css'

export function InvitePage() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { email: '', role: 'agent' as Role },
    validateInputOnBlur: true,
    validate: { email: (email) => (looksLikeAddress(email) ? null : t('people.emailWrong')) },
  })
  const mutation = useMutation({
    mutationFn: ({ email, role }: typeof form.values) => api(createInvitation, { body: { email: email.trim(), role } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.invitations }),
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  const back = { to: '/settings/people', label: t('people.title') } as const

  if (mutation.data)
    return (
      <SettingsPage title={t('people.linkReady', { email: mutation.data.email })} text={t('people.linkText')} back={back}>
        <CopyField value={mutation.data.link} label={t('people.link')} />
        <p className={classes.after}>
          <Button variant="default" renderRoot={(props) => <Link to="/settings/people" {...props} />}>{t('people.done')}</Button>
        </p>
      </SettingsPage>
    )
  return (
    <SettingsPage title={t('people.invite')} text={t('people.inviteText')} back={back}>
      <SaveForm button={t('people.createLink')} pending={mutation.isPending} error={mutation.error} onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
        <TextInput className={classes.narrow} label={t('people.email')} type="email" autoComplete="off" autoFocus {...form.getInputProps('email')} />
        <Radio.Group label={t('people.role')} {...form.getInputProps('role')} onChange={(role) => form.setFieldValue('role', role as Role)}>
          <div className={classes.checks}>
            {roles.map((role) => (
              <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`roleText.${role}`)} />
            ))}
          </div>
        </Radio.Group>
      </SaveForm>
    </SettingsPage>
  )
}
