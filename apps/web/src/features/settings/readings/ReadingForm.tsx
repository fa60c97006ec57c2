import type { BodyOf, ReadingSettings, changeReadingSettings } from '@kontuar/contracts'
import { PasswordInput, Radio, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { EndpointState } from './EndpointState.tsx'
import { bodyOf, faultOf, valuesOf, type ReadingValues } from './reading-values.ts'
import shared from '../settings.module.css'
import classes from './readings.module.css'

export function ReadingForm({ settings, saving }: { settings: ReadingSettings; saving: UseMutationResult<ReadingSettings, Error, BodyOf<typeof changeReadingSettings>> }) {
  const { t } = useTranslation('readings')
  const say = (fault: 'url' | 'model' | null) => (fault === null ? null : t(`wrong.${fault}`))
  const form = useForm<ReadingValues>({
    initialValues: valuesOf(settings),
    validateInputOnBlur: true,
    validate: { url: (_, values) => say(faultOf('url', values)), model: (_, values) => say(faultOf('model', values)) },
  })
  const { values } = form
  const submit = form.onSubmit((given) => saving.mutate(bodyOf(given), {
    // The key that was typed is stored now: its field is empty again and says so.
    onSuccess: (saved) => { form.setValues(valuesOf(saved)); form.resetDirty(valuesOf(saved)) },
    onError: (error) => form.setErrors(Object.fromEntries(Object.entries(fieldErrors(error)).map(([field, text]) => [field.replace(/^endpoint\./, ''), field === 'endpoint.url' && /KONTUAR_PRIVATE_READING/.test(text) ? t('wrong.private') : field === 'endpoint.url' && /must begin with https/.test(text) ? t('wrong.url') : text]))),
  }))
  return (
    <SaveForm pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={Object.keys(fieldErrors(saving.error)).length > 0 ? null : saving.error} onSubmit={submit}>
      <Switch label={t('on')} description={t('onHint')} {...form.getInputProps('on', { type: 'checkbox' })} />
      <Switch label={t('topics')} description={t('topicsHint')} disabled={!values.on} {...form.getInputProps('topics', { type: 'checkbox' })} />
      <Radio.Group label={t('by')} {...form.getInputProps('by')}>
        <div className={classes.choices}>
          <Radio value="here" label={t('by.here')} description={t('by.hereHint')} disabled={!values.on} />
          <Radio value="endpoint" label={t('by.endpoint')} description={t('by.endpointHint')} disabled={!values.on} />
        </div>
      </Radio.Group>
      {values.by === 'endpoint' && (
        <div className={classes.endpoint}>
          <p className={classes.note} role="note">{t('leaves')}</p>
          <TextInput label={t('url')} description={t('urlHint')} type="url" autoComplete="off" spellCheck={false} maxLength={500} {...form.getInputProps('url')} />
          <TextInput className={shared.narrow} label={t('model')} description={t('modelHint')} autoComplete="off" spellCheck={false} maxLength={100} {...form.getInputProps('model')} />
          <PasswordInput className={shared.narrow} label={t('secret')} description={t('secretHint')} placeholder={settings.endpoint?.secretSet ? t('kept') : ''} autoComplete="new-password" maxLength={500} visibilityToggleButtonProps={{ 'aria-label': t('show') }} {...form.getInputProps('secret')} />
          {settings.endpoint && <EndpointState state={settings.endpoint.state} />}
        </div>
      )}
    </SaveForm>
  )
}
