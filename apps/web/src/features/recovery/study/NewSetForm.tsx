import { createStudySet, type StudySet } from '@kontuar/contracts'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { SaveForm } from '../../../ui/SaveForm.tsx'

/** A collection begins with its name and what is to be learnt from it. */
export function NewSetForm({ leave, made }: { leave: () => void; made: (set: StudySet) => void }) {
  const { t } = useTranslation('recovery')
  const queries = useQueryClient()
  const form = useForm({ initialValues: { name: '', note: '' }, validateInputOnBlur: true, validate: { name: (name) => (name.trim() === '' ? t('set.nameMissing') : null) } })
  const saving = useMutation({
    mutationFn: ({ name, note }: typeof form.values) => api(createStudySet, { body: { name: name.trim(), ...(note.trim() === '' ? {} : { note: note.trim() }) } }),
    onSuccess: (set) => {
      void queries.invalidateQueries({ queryKey: queryKeys.studySets.all })
      made(set)
    },
  })
  return (
    <SaveForm pending={saving.isPending} error={saving.error} button={t('set.create')} beside={<Button variant="subtle" color="gray" onClick={leave}>{t('cancel')}</Button>} onSubmit={form.onSubmit((values) => saving.mutate(values))}>
      <TextInput label={t('set.name')} placeholder={t('set.nameExample')} maxLength={100} autoFocus {...form.getInputProps('name')} />
      <Textarea label={t('set.note')} autosize minRows={2} maxRows={6} maxLength={2000} {...form.getInputProps('note')} />
    </SaveForm>
  )
}
