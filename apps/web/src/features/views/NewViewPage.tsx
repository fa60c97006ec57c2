import { createView } from '@kontuar/contracts'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { nothing } from '../../ui/conditions/condition-tree.ts'
import { ViewForm } from './ViewForm.tsx'

export function NewViewPage() {
  const { t } = useTranslation('views')
  const { conditions, sort, group, columns } = useSearch({ from: '/workspace/views/new' })
  return <ViewForm title={t('page.new')} start={{ name: '', conditions: conditions ?? nothing, sharing: 'private', sort: sort ?? '-updatedAt', group: group ?? null, columns: columns ?? null }} save={(view) => api(createView, { body: view })} />
}
