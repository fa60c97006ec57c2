import type { Status } from '@kontuar/contracts'
import { Checkbox, MultiSelect, Radio, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatuses } from '../../../api/desk.ts'
import { ColourPicker } from '../../../ui/colour/ColourPicker.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { refusalText, refusedFields } from '../words/refusal.ts'
import { categories } from './categories.ts'
import classes from '../settings.module.css'

export interface StatusValues { name: string; category: Status['category']; colour: Status['colour']; isDefault: boolean; anywhere: boolean; next: string[]; reason: boolean; result: boolean; onCustomerMessage: string | null }

/** `status`: the one that is changed; absent: a new one, whose category can still be chosen. */
export function StatusForm({ start, status, save, button, beside }: { start: StatusValues; status?: Status; save: (values: StatusValues) => Promise<unknown>; button?: string; beside?: ReactNode }) {
  const { t } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const named = useNamed()
  const others = useStatuses().filter(({ key, retired }) => key !== status?.key && (!retired || status?.next?.includes(key) || status?.onCustomerMessage === key))
  const form = useForm({ initialValues: start, validateInputOnBlur: ['name'], validate: { name: (name) => (name.trim() ? null : t('refused.nameMissing')), next: (next, { anywhere }) => (anywhere || next.length > 0 ? null : t('statuses.nextMissing')) } })
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => form.resetDirty(),
    onError: (error) => form.setErrors(refusedFields(error, t)),
  })
  const text = saving.isError && refusalText(saving.error, t) !== undefined ? everywhere('problem.invalid-input') : undefined
  const options = (given: readonly Status[]) => given.map((each) => ({ value: each.key, label: named('status', each) }))
  const closes = form.values.category === 'closed'

  return (
    <SaveForm button={button ?? everywhere('action.save')} pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} errorText={text} beside={beside} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <TextInput className={classes.narrow} label={t('word.name')} maxLength={100} autoComplete="off" data-autofocus autoFocus={status === undefined} {...form.getInputProps('name')} />
      {status === undefined && (
        <Radio.Group label={t('statuses.category')} {...form.getInputProps('category')} onChange={(category) => form.setFieldValue('category', category as Status['category'])}>
          <div className={classes.checks}>
            {categories.map((category) => <Radio key={category} value={category} label={t(`category.${category}`)} description={t(`categoryText.${category}`)} />)}
          </div>
        </Radio.Group>
      )}
      <ColourPicker label={t('word.colour')} value={form.values.colour} change={(colour) => form.setFieldValue('colour', colour)} />
      <Checkbox
        label={t('statuses.isDefault')}
        description={status?.isDefault ? t('statuses.isDefaultNow') : t('statuses.isDefaultHint')}
        disabled={status?.isDefault ?? false}
        {...form.getInputProps('isDefault', { type: 'checkbox' })}
      />
      <fieldset className={classes.choice}>
        <legend>{t('statuses.requires')}</legend>
        <div className={classes.checks}>
          <Checkbox label={t('statuses.requiresReason')} {...form.getInputProps('reason', { type: 'checkbox' })} />
          <Checkbox label={t('statuses.requiresResult')} {...form.getInputProps('result', { type: 'checkbox' })} />
        </div>
      </fieldset>
      <div>
        <Radio.Group label={t('statuses.next')} value={form.values.anywhere ? 'anywhere' : 'chosen'} onChange={(value) => form.setFieldValue('anywhere', value === 'anywhere')}>
          <div className={classes.checks}>
            <Radio value="anywhere" label={t('statuses.anywhere')} />
            <Radio value="chosen" label={t('statuses.chosen')} />
          </div>
        </Radio.Group>
        {!form.values.anywhere && (
          <MultiSelect className={`${classes.narrow} ${classes.under}`} aria-label={t('statuses.nextList')} placeholder={form.values.next.length === 0 ? everywhere('picker.choose') : ''} data={options(others)} searchable nothingFoundMessage={everywhere('picker.nothing')} {...form.getInputProps('next')} />
        )}
      </div>
      <Select
        className={classes.narrow}
        label={t('statuses.onMessage')}
        description={t('statuses.onMessageHint')}
        data={[{ value: '', label: closes || form.values.category === 'waiting' ? t('statuses.onMessageOpen') : t('statuses.onMessageStay') }, ...options(closes ? others : others.filter(({ category }) => category !== 'closed'))]}
        {...form.getInputProps('onCustomerMessage')}
        value={form.values.onCustomerMessage ?? ''}
        onChange={(key) => form.setFieldValue('onCustomerMessage', key === '' ? null : key)}
      />
    </SaveForm>
  )
}
