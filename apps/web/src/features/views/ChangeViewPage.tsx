import { changeView } from '@kontuar/contracts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { IconEyeOff } from '@tabler/icons-react'
import { api } from '../../api/api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useNamed } from '../../ui/ready-made.ts'
import { PageSkeleton } from '../../ui/Skeletons.tsx'
import { useViews } from './use-views.ts'
import { ViewForm } from './ViewForm.tsx'

export function ChangeViewPage() {
  const { t } = useTranslation('views')
  const named = useNamed()
  const { viewId } = useParams({ from: '/workspace/views/$viewId' })
  const { views, known } = useViews()
  const view = views.find(({ id }) => id === viewId)
  if (!view) return known ? <EmptyState heading icon={<IconEyeOff size={22} stroke={1.5} />} title={t('page.change')} text={t('gone')} /> : <PageSkeleton />
  const { conditions, sharing, sort, group, columns } = view
  const name = named('view', view)
  return (
    <ViewForm
      key={view.id}
      title={t('page.change')}
      view={view}
      start={{ name, conditions, sharing, sort, group, columns }}
      // A ready-made view keeps its translated name until somebody gives it another.
      save={({ name: wished, ...body }) => api(changeView, { params: { id: view.id }, body: { ...body, ...(wished !== name && { name: wished }) } })}
    />
  )
}
