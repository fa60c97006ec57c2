import { changeAlertDestination, createAlertDestination, type AlertDestination } from '@kontuar/contracts'
import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import classes from './destinations.module.css'

const kinds = ['webhook', 'slack', 'teams', 'mattermost'] as const

/** The address is a secret of the place: it is typed, kept and never shown again. */
export function DestinationForm({ destination, close }: { destination?: AlertDestination; close: () => void }) {
  const { t } = useTranslation('alerts')
  const queries = useQueryClient()
  const form = useForm({
    initialValues: { kind: destination?.kind ?? ('slack' as AlertDestination['kind']), name: destination?.name ?? '', url: '', secret: '' },
    validateInputOnBlur: true,
    validate: { name: (name) => (name.trim() === '' ? t('destination.wrong.name') : null), url: (url) => ((destination !== undefined && url === '') || /^https?:\/\/.{4,}/.test(url.trim()) ? null : t('destination.wrong.url')) },
  })
  const save = useMutation({
    mutationFn: ({ kind, name, url, secret }: typeof form.values) => {
      const signed = kind === 'webhook' && secret !== '' ? { secret } : {}
      return destination === undefined ? api(createAlertDestination, { body: { kind, name: name.trim(), url: url.trim(), ...signed } })
        : api(changeAlertDestination, { params: { id: destination.id }, body: { name: name.trim(), ...(url.trim() === '' ? {} : { url: url.trim() }), ...signed } })
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.alerts.destinations })
      close()
    },
    onError: (error) => form.setErrors(Object.fromEntries(Object.keys(fieldErrors(error)).filter((field) => field === 'name' || field === 'url').map((field) => [field, t(`destination.refused.${field as 'name' | 'url'}`)]))),
  })
  return (
    <div className={classes.form}>
      <SaveForm pending={save.isPending} error={save.isError && Object.keys(fieldErrors(save.error)).length === 0 ? save.error : undefined} onSubmit={form.onSubmit((values) => save.mutate(values))} beside={<Button variant="subtle" color="gray" onClick={close}>{t('cancel')}</Button>}>
        {destination === undefined && <Select label={t('destination.kind')} allowDeselect={false} data={kinds.map((each) => ({ value: each, label: t(`kindOf.${each}`) }))} {...form.getInputProps('kind')} />}
        <TextInput label={t('destination.name')} description={t('destination.nameHint')} maxLength={100} {...form.getInputProps('name')} />
        <TextInput label={t('destination.url')} description={destination === undefined ? t(`destination.urlHint.${form.values.kind}`) : t('destination.urlKept', { host: destination.host })} type="url" autoComplete="off" maxLength={2000} {...form.getInputProps('url')} />
        {form.values.kind === 'webhook' && <TextInput label={t('destination.secret')} description={t('destination.secretHint')} autoComplete="off" maxLength={200} {...form.getInputProps('secret')} />}
        <p className={classes.note}>{t('destination.privacy')}</p>
      </SaveForm>
    </div>
  )
}
