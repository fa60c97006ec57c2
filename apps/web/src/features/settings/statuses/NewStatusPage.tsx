import { createStatus } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { showNotice } from '../../../ui/undo.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { categories } from './categories.ts'
import { StatusForm, type StatusValues } from './StatusForm.tsx'

export function NewStatusPage() {
  const { t } = useTranslation('desk')
  const { t: tSettings } = useTranslation('settings')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }).category
  const category = categories.find((each) => each === asked) ?? 'open'
  const save = async ({ name, category: chosen, colour, isDefault, anywhere, next, reason, result, onCustomerMessage }: StatusValues) => {
    await api(createStatus, { body: { name: name.trim(), category: chosen, colour, next: anywhere ? null : next, requires: { reason, result }, onCustomerMessage, ...(isDefault ? { isDefault } : {}) } })
    await queries.invalidateQueries({ queryKey: queryKeys.statuses })
    showNotice({ message: t('word.added', { name: name.trim() }) })
    await navigate({ to: '/settings/statuses' })
  }
  return (
    <SettingsPage title={t('statuses.new')} back={{ to: '/settings/statuses', label: tSettings('statuses.title') }}>
      <StatusForm start={{ name: '', category, colour: 'grey', isDefault: false, anywhere: true, next: [], reason: false, result: false, onCustomerMessage: null }} save={save} button={t('statuses.addThis')} />
    </SettingsPage>
  )
}
