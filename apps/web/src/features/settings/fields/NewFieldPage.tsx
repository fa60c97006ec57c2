import { createCustomField } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { showNotice } from '../../../ui/undo.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { FieldForm, wish, type FieldValuesOfForm } from './FieldForm.tsx'
import { subjects } from './subjects.ts'

export function NewFieldPage() {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }).subject
  const save = async (values: FieldValuesOfForm) => {
    await api(createCustomField, { body: { subject: values.subject, type: values.type, ...wish(values) } })
    await Promise.all([queries.invalidateQueries({ queryKey: queryKeys.customFields }), queries.invalidateQueries({ queryKey: queryKeys.ticketFields })])
    showNotice({ message: t('word.added', { name: values.name.trim() }) })
    await navigate({ to: '/settings/fields' })
  }
  return (
    <SettingsPage title={t('fields.new')} back={{ to: '/settings/fields', label: tSettings('fields.title') }}>
      <FieldForm start={{ name: '', subject: subjects.find((each) => each === asked) ?? 'ticket', type: 'text', help: '', options: [], needed: 'never', statuses: [], queues: [], reasons: [] }} save={save} button={t('fields.addThis')} />
    </SettingsPage>
  )
}
