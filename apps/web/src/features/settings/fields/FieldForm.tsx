import type { CustomField } from '@kontuar/contracts'
import { Radio, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { refusalText, refusedFields } from '../words/refusal.ts'
import { OptionsEditor } from './OptionsEditor.tsx'
import { inOrder, twice, type Option } from './options.ts'
import { RequiredWhen } from './RequiredWhen.tsx'
import { fieldTypes, hasOptions, subjects } from './subjects.ts'
import classes from '../settings.module.css'

export type Needed = 'never' | 'always' | 'when'
export interface FieldValuesOfForm { name: string; subject: CustomField['subject']; type: CustomField['type']; help: string; options: Option[]; needed: Needed; statuses: string[]; queues: string[]; reasons: string[] }

/** What is sent of the form: empty lines of options are left out. */
export const wish = ({ name, type, help, options, needed, statuses, queues, reasons }: FieldValuesOfForm) => ({
  name: name.trim(),
  help: help.trim(),
  ...(hasOptions(type) ? { options: inOrder(options).filter((option) => option.name.trim() !== '').map((option) => ({ ...option, name: option.name.trim() })) } : {}),
  required: needed === 'always' ? { always: true } : needed === 'when' ? { statuses, queues, reasons } : {},
})

export function FieldForm({ start, field, save, button, beside }: { start: FieldValuesOfForm; field?: CustomField; save: (values: FieldValuesOfForm) => Promise<unknown>; button?: string; beside?: ReactNode }) {
  const { t } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const form = useForm({
    initialValues: start,
    validateInputOnBlur: ['name'],
    validate: {
      name: (name) => (name.trim() ? null : t('refused.nameMissing')),
      options: (options, { type }) => {
        if (!hasOptions(type)) return null
        if (!options.some(({ name, retired }) => !retired && name.trim() !== '')) return t('options.missing')
        const name = twice(options.filter((option) => option.name.trim() !== ''))
        return name === null ? null : t('options.twice', { name })
      },
      needed: (needed, { statuses, queues, reasons }) => (needed === 'when' && statuses.length + queues.length + reasons.length === 0 ? t('fields.whenMissing') : null),
    },
  })
  const saving = useMutation({ mutationFn: save, onSuccess: () => form.resetDirty(), onError: (error) => form.setErrors(refusedFields(error, t)) })
  const { type, subject, needed } = form.values
  return (
    <SaveForm button={button ?? everywhere('action.save')} pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} errorText={saving.isError && refusalText(saving.error, t) !== undefined ? everywhere('problem.invalid-input') : undefined} beside={beside} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <TextInput className={classes.narrow} label={t('word.name')} maxLength={100} autoComplete="off" autoFocus={field === undefined} {...form.getInputProps('name')} />
      {field === undefined && (
        <>
          <Select className={classes.narrow} label={t('fields.subject')} data={subjects.map((value) => ({ value, label: t(`subject.${value}`) }))} {...form.getInputProps('subject')} onChange={(value) => form.setFieldValue('subject', value as CustomField['subject'])} />
          <Select className={classes.narrow} label={t('fields.type')} description={t(`typeText.${type}`)} data={fieldTypes.map((value) => ({ value, label: t(`type.${value}`) }))} {...form.getInputProps('type')} onChange={(value) => form.setFieldValue('type', value as CustomField['type'])} />
        </>
      )}
      <Textarea className={classes.narrow} label={t('fields.help')} description={t('fields.helpHint')} autosize minRows={2} maxLength={500} {...form.getInputProps('help')} />
      {hasOptions(type) && <OptionsEditor tree={type === 'tree'} stored={field?.options ?? []} value={form.values.options} change={(options) => form.setFieldValue('options', options)} error={form.errors['options'] as string | undefined} />}
      <div>
        <Radio.Group label={t('fields.required')} {...form.getInputProps('needed')} onChange={(value) => form.setFieldValue('needed', value as Needed)}>
          <div className={classes.checks}>
            <Radio value="never" label={t('fields.never')} />
            <Radio value="always" label={t(`alwaysOf.${subject}`)} />
            {subject === 'ticket' && <Radio value="when" label={t('fields.when')} />}
          </div>
        </Radio.Group>
        {subject === 'ticket' && needed === 'when' && (
          <RequiredWhen statuses={form.values.statuses} queues={form.values.queues} reasons={form.values.reasons} change={(part) => form.setValues(part)} />
        )}
      </div>
    </SaveForm>
  )
}
