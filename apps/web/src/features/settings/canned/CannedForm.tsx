import type { CannedAnswer } from '@kontuar/contracts'
import { Radio, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { QueuePicker } from '../../../ui/pickers/QueuePicker.tsx'
import { SaveForm } from '../../../ui/SaveForm.tsx'
import { refusalText, refusedFields } from '../words/refusal.ts'
import { TextsField } from './TextsField.tsx'
import classes from '../settings.module.css'

export type CannedValues = Pick<CannedAnswer, 'name' | 'texts' | 'sharing' | 'queueId'> & { shortcut: string }
const shortcutPattern = /^[\p{L}\p{N}_-]{1,30}$/u

export function CannedForm({ start, fresh, save, beside }: { start: CannedValues; fresh: boolean; save: (values: CannedValues) => Promise<unknown>; beside?: ReactNode }) {
  const { t } = useTranslation('canned')
  const { t: tDesk } = useTranslation('desk')
  const { t: everywhere } = useTranslation()
  const mayShare = useCan('view.share')
  const form = useForm({
    initialValues: start,
    validateInputOnBlur: ['name', 'shortcut'],
    validate: {
      name: (name) => (name.trim() ? null : tDesk('refused.nameMissing')),
      shortcut: (shortcut) => (shortcut === '' || shortcutPattern.test(shortcut) ? null : t('shortcutWrong')),
      texts: (texts) => (Object.values(texts).some(Boolean) ? null : t('textMissing')),
    },
  })
  const saving = useMutation({ mutationFn: save, onSuccess: () => form.resetDirty(), onError: (error) => form.setErrors(refusedFields(error, tDesk)) })
  return (
    <SaveForm button={fresh ? t('create') : everywhere('action.save')} pending={saving.isPending} saved={saving.isSuccess && !form.isDirty()} error={saving.error} errorText={saving.isError ? refusalText(saving.error, tDesk) : undefined} beside={beside} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <div className={classes.pair}>
        <TextInput label={tDesk('word.name')} maxLength={100} autoComplete="off" autoFocus={fresh} {...form.getInputProps('name')} />
        <TextInput label={t('shortcut')} leftSection="/" maxLength={30} autoComplete="off" description={t('shortcutHint')} inputWrapperOrder={['label', 'input', 'error', 'description']} {...form.getInputProps('shortcut')} />
      </div>
      <TextsField value={form.values.texts} change={(texts) => form.setFieldValue('texts', texts)} error={form.errors['texts'] as string | undefined} />
      <Radio.Group label={t('who')} {...form.getInputProps('sharing')} onChange={(sharing) => form.setFieldValue('sharing', sharing as CannedValues['sharing'])}>
        <div className={classes.checks}>
          <Radio value="private" label={t('sharingText.private')} />
          <Radio value="shared" label={t('sharingText.shared')} description={mayShare ? undefined : t('mayNotShare')} disabled={!mayShare} />
        </div>
      </Radio.Group>
      <QueuePicker className={classes.narrow} label={t('queue')} description={t('queueHint')} placeholder={t('anyQueue')} size="sm" value={form.values.queueId} change={(queueId) => form.setFieldValue('queueId', queueId)} />
    </SaveForm>
  )
}
