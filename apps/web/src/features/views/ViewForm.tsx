// A view as it is made and changed, with the first rows it would show below.
import type { Conditions, View } from '@kontuar/contracts'
import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { ConditionsField } from '../../ui/conditions/ConditionsField.tsx'
import { ConditionsSentence } from '../../ui/conditions/ConditionsSentence.tsx'
import { conditionsAreGood, serverProblems } from '../../ui/conditions/condition-problems.ts'
import { useTicketFields } from '../../ui/conditions/use-ticket-fields.ts'
import { fieldErrors } from '../../ui/form-errors.ts'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { showNotice } from '../../ui/undo.ts'
import { useTitle } from '../../ui/use-title.ts'
import { groups } from '../tickets/list/index.ts'
import { type Sort, sorts } from '../tickets/search/index.ts'
import { ColumnsField } from './ColumnsField.tsx'
import { ViewPreview } from './ViewPreview.tsx'
import classes from './view-form.module.css'

export interface ViewValues { name: string; conditions: Conditions; sharing: View['sharing']; sort: Sort; group: string | null; columns: string[] | null }

export function ViewForm({ title, start, view, save }: { title: string; start: ViewValues; view?: View; save: (values: ViewValues) => Promise<View> }) {
  const { t } = useTranslation('views')
  const { t: tTickets } = useTranslation('tickets')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const mayShare = useCan('view.share')
  const fields = useTicketFields()
  const [tried, setTried] = useState(view !== undefined && view.problems.length > 0)
  const form = useForm<ViewValues>({ initialValues: start, validateInputOnBlur: ['name'], validate: { name: (name) => (name.trim() === '' ? t('page.nameMissing') : null) } })
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: queryKeys.views.all })
      showNotice({ message: t('page.saved', { name: form.values.name }) })
      void navigate({ to: '/tickets', search: { view: saved.id } })
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  useTitle(title)
  const good = fields.length > 0 && conditionsAreGood(form.values.conditions, fields)
  const locked = view?.sharing === 'shared' && !mayShare
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{title}</h1>
      {view && view.problems.length > 0 && <p className={classes.broken}>{t('brokenText')}</p>}
      {locked && <p className={classes.broken}>{t('page.notShared')}</p>}
      <SaveForm
        pending={saving.isPending}
        error={saving.error}
        errorText={serverProblems(saving.error).length > 0 ? t('page.conditionsWrong') : undefined}
        onSubmit={() => {
          setTried(true)
          if (!form.validate().hasErrors && good && !locked) saving.mutate({ ...form.values, name: form.values.name.trim() })
        }}
        beside={<Button variant="subtle" color="gray" onClick={() => void navigate({ to: '/tickets', search: view ? { view: view.id } : {} })}>{t('page.cancel')}</Button>}
      >
        <TextInput label={t('page.name')} maxLength={100} data-autofocus={view === undefined || undefined} {...form.getInputProps('name')} className={classes.name} />
        <div>
          <ConditionsField label={t('page.conditions')} value={form.values.conditions} onChange={(conditions) => form.setFieldValue('conditions', conditions)} fields={fields} error={saving.error} checked={tried} />
          {good && <div className={classes.sentence}><ConditionsSentence value={form.values.conditions} fields={fields} /></div>}
          {tried && !good && fields.length > 0 && <p className={classes.wrong} role="alert">{t('page.conditionsWrong')}</p>}
        </div>
        <div className={classes.pair}>
          <Select label={t('page.sort')} data={sorts.map((each) => ({ value: each, label: tTickets(`sort.${each}`) }))} {...form.getInputProps('sort')} />
          <Select label={t('page.group')} data={[{ value: '', label: t('page.ungrouped') }, ...groups.map((each) => ({ value: each, label: t(`column.${each}`) }))]} value={form.values.group ?? ''} onChange={(group) => form.setFieldValue('group', group || null)} />
          {mayShare && <Select label={t('page.sharing')} data={[{ value: 'private', label: t('page.private') }, { value: 'shared', label: t('page.shared') }]} {...form.getInputProps('sharing')} />}
        </div>
        <ColumnsField value={form.values.columns} change={(columns) => form.setFieldValue('columns', columns)} />
      </SaveForm>
      <ViewPreview values={form.values} good={good} />
    </div>
  )
}
