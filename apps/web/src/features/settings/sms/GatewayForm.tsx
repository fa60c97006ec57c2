import type { SmsGateway } from '@kontuar/contracts'
import { NumberInput, PasswordInput, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { HeadersField } from './HeadersField.tsx'
import { bodyOf, faultOf, faults, formTemplate, jsonTemplate, placeholders, valuesOf, type Fault, type GatewayValues } from './gateway-values.ts'
import { useSaveGateway } from './use-gateway.ts'
import shared from '../settings.module.css'
import classes from './sms.module.css'

export function GatewayForm({ gateway }: { gateway: SmsGateway | null }) {
  const { t } = useTranslation('sms')
  const save = useSaveGateway()
  const hasSecret = gateway?.hasSecret ?? false
  const say = (fault: Fault | null) => (fault === null ? null : t(`wrong.${fault}`, placeholders))
  const form = useForm<GatewayValues>({
    initialValues: valuesOf(gateway),
    validateInputOnBlur: true,
    validate: {
      url: (_, values) => say(faults.url(values)), template: (_, values) => say(faults.template(values, hasSecret)), repeatable: (_, values) => say(faults.repeatable(values)),
      perNumberDaily: (_, values) => say(faults.perNumberDaily(values)), perDay: (_, values) => say(faults.perDay(values)),
    },
  })
  const { values } = form
  const asJson = values.method === 'POST' && values.contentType === 'json'
  /** Another shape begins with its own example, unless something else was written. */
  const reshape = (change: Partial<GatewayValues>) => {
    const next = { ...values, ...change }
    const json = next.method === 'POST' && next.contentType === 'json'
    const untouched = values.template === jsonTemplate || values.template === formTemplate
    form.setValues({ ...change, ...(untouched ? { template: json ? jsonTemplate : formTemplate } : {}) })
  }
  const submit = form.onSubmit((given) => {
    const headers = faults.headers(given)
    if (headers !== null) return form.setFieldError('headers', say(headers))
    save.mutate(bodyOf(given), {
      // What was typed of the secrets is stored now: the fields are empty again and say so.
      onSuccess: ({ gateway: saved }) => { form.setValues(valuesOf(saved)); form.resetDirty(valuesOf(saved)) },
      onError: (error) => form.setErrors(Object.fromEntries(Object.entries(fieldErrors(error)).map(([field, text]) => [field.split('/')[0]!, say(faultOf(field.split('/')[0]!)) ?? text]))),
    })
  })
  return (
    <SaveForm pending={save.isPending} saved={save.isSuccess} error={Object.keys(fieldErrors(save.error)).length > 0 ? null : save.error} onSubmit={submit}>
      <TextInput label={t('url')} description={t('urlHint')} type="url" autoComplete="off" spellCheck={false} {...form.getInputProps('url')} />
      <div className={classes.shape}>
        <Choice label={t('method')} value={values.method} options={[['POST', 'POST'], ['GET', 'GET']]} change={(method) => reshape({ method })} />
        {values.method === 'POST' && <Choice label={t('contentType')} value={values.contentType} options={[['json', 'JSON'], ['form', t('contentType.form')]]} change={(contentType) => reshape({ contentType })} />}
      </div>
      <Textarea
        label={asJson ? t('templateJson') : values.method === 'GET' ? t('templateQuery') : t('templateForm')}
        description={t('templateHint', placeholders)}
        classNames={{ input: classes.code! }}
        rows={asJson ? 6 : 3}
        spellCheck={false}
        {...form.getInputProps('template')}
      />
      <TextInput className={shared.narrow} label={t('sender')} description={t('senderHint', placeholders)} maxLength={40} {...form.getInputProps('sender')} />
      <HeadersField headers={values.headers} error={form.errors['headers']} change={(headers) => { form.setFieldValue('headers', headers); form.clearFieldError('headers') }} />
      <PasswordInput className={shared.narrow} label={t('secret')} description={t('secretHint', placeholders)} placeholder={hasSecret ? t('kept') : ''} autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('show') }} {...form.getInputProps('secret')} />
      <div className={shared.pair}>
        <TextInput label={t('successContains')} description={t('successContainsHint')} maxLength={200} spellCheck={false} {...form.getInputProps('successContains')} />
        <TextInput label={t('idPath')} description={t('idPathHint')} maxLength={200} spellCheck={false} {...form.getInputProps('idPath')} />
      </div>
      <Switch label={t('repeatable')} description={t('repeatableHint', placeholders)} {...form.getInputProps('repeatable', { type: 'checkbox' })} />
      <div className={shared.pair}>
        <NumberInput label={t('perNumberDaily')} description={t('perNumberDailyHint')} min={1} max={100} allowDecimal={false} allowNegative={false} {...form.getInputProps('perNumberDaily')} />
        <NumberInput label={t('perDay')} description={t('perDayHint')} min={1} max={1_000_000} allowDecimal={false} allowNegative={false} thousandSeparator=" " {...form.getInputProps('perDay')} />
      </div>
      <Switch label={t('active')} description={t('activeHint')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </SaveForm>
  )
}

function Choice<T extends string>({ label, value, options, change }: { label: string; value: T; options: readonly (readonly [T, string])[]; change: (value: T) => void }) {
  return (
    <fieldset className={shared.choice}>
      <legend>{label}</legend>
      <SegmentedControl data={options.map(([option, text]) => ({ value: option, label: text }))} value={value} onChange={(next) => change(next as T)} aria-label={label} />
    </fieldset>
  )
}
