import { createMailbox } from '@kontuar/contracts'
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { fieldErrors, looksLikeAddress } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import classes from '../settings.module.css'

export function NewMailboxPage() {
  const { t } = useTranslation('mailboxes')
  const { organization } = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    initialValues: { name: organization.name, address: '' },
    validateInputOnBlur: true,
    validate: {
      name: (name) => (name.trim() ? null : t('nameMissing')),
      address: (address) => (looksLikeAddress(address) ? null : t('addressWrong')),
    },
  })
  const mutation = useMutation({
    mutationFn: ({ name, address }: typeof form.values) => api(createMailbox, { body: { name: name.trim(), address: address.trim() } }),
    onSuccess: async (mailbox) => {
      queries.setQueryData(queryKeys.mailboxes.one(mailbox.id), mailbox)
      void queries.invalidateQueries({ queryKey: queryKeys.mailboxes.list })
      await navigate({ to: '/settings/mailboxes/$mailboxId/receiving', params: { mailboxId: mailbox.id }, search: { fresh: true } })
    },
    onError: (error) => form.setErrors(error instanceof ApiProblem && error.code === 'conflict' ? { address: t('addressTaken') } : fieldErrors(error)),
  })
  const taken = mutation.error instanceof ApiProblem && mutation.error.code === 'conflict'

  return (
    <SettingsPage title={t('new.title')} text={t('new.text')} back={{ to: '/settings/mailboxes', label: t('title') }}>
      <SaveForm button={t('next')} pending={mutation.isPending} error={taken ? null : mutation.error} onSubmit={form.onSubmit((values) => mutation.mutate(values))}>
        <TextInput className={classes.narrow} label={t('address')} description={t('addressHint')} type="email" autoComplete="off" autoFocus {...form.getInputProps('address')} />
        <TextInput className={classes.narrow} label={t('name')} description={t('nameHint')} autoComplete="off" {...form.getInputProps('name')} />
      </SaveForm>
    </SettingsPage>
  )
}
