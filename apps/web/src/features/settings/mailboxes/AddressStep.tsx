import { Button, Switch, TagsInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { fieldErrors, looksLikeAddress } from '../../../ui/form-errors.ts'
import { LocationPicker } from '../../../ui/pickers/LocationPicker.tsx'
import { QueuePicker } from '../../../ui/pickers/QueuePicker.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { Section } from '../SettingsPage.tsx'
import { retireMailbox } from './retire.ts'
import { useMailbox, useSaveMailbox } from './use-mailbox.ts'
import shared from '../settings.module.css'
import classes from './mailboxes.module.css'

export function AddressStep() {
  const { t } = useTranslation('mailboxes')
  const { t: everywhere } = useTranslation()
  const { mailbox } = useMailbox()
  const navigate = useNavigate()
  const save = useSaveMailbox('receiving')
  const form = useForm({
    initialValues: { name: mailbox.name, address: mailbox.address, aliases: mailbox.aliases, active: mailbox.active, queueId: mailbox.queueId, locationId: mailbox.locationId },
    validateInputOnBlur: true,
    validate: {
      name: (name) => (name.trim() ? null : t('nameMissing')),
      address: (address) => (looksLikeAddress(address) ? null : t('addressWrong')),
      aliases: (aliases) => (aliases.every(looksLikeAddress) ? null : t('addressWrong')),
    },
  })
  const retire = () => {
    retireMailbox(mailbox.id, t('retired', { name: mailbox.name }), (error) => problemText(error, everywhere))
    void navigate({ to: '/settings/mailboxes' })
  }
  return (
    <>
      <Section>
        <SaveForm pending={save.isPending} saved={save.isSuccess} error={save.error} onSubmit={form.onSubmit((values) => save.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }))}>
          <TextInput className={shared.narrow} label={t('name')} description={t('nameHint')} {...form.getInputProps('name')} />
          <TextInput className={shared.narrow} label={t('address')} type="email" {...form.getInputProps('address')} />
          <TagsInput className={shared.narrow} label={t('aliases')} description={t('aliasesHint')} splitChars={[',', ';', ' ']} {...form.getInputProps('aliases')} />
          <div className={shared.pair}>
            <QueuePicker label={t('queue')} description={t('queueHint')} placeholder={t('queueNone')} comboboxProps={{ position: 'bottom-start' }} value={form.values.queueId} change={(id) => form.setFieldValue('queueId', id)} error={form.errors['queueId']} />
            <LocationPicker label={t('location')} description={t('locationHint')} placeholder={t('locationNone')} comboboxProps={{ position: 'bottom-start' }} value={form.values.locationId} change={(id) => form.setFieldValue('locationId', id)} error={form.errors['locationId']} />
          </div>
          <Switch label={t('active')} description={t('activeHint')} {...form.getInputProps('active', { type: 'checkbox' })} />
        </SaveForm>
      </Section>
      <Section title={t('retire.title')} text={t('retire.text')}>
        <div className={classes.retire}>
          <Button variant="default" onClick={retire}>{t('retire.action')}</Button>
        </div>
      </Section>
    </>
  )
}
