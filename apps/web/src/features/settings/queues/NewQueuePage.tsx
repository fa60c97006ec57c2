import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showNotice } from '../../../ui/undo.ts'
import { SettingsPage } from '../SettingsPage.tsx'
import { QueueForm } from './QueueForm.tsx'

export function NewQueuePage() {
  const { t } = useTranslation('queues')
  const navigate = useNavigate()
  return (
    <SettingsPage title={t('new')} text={t('newText')} back={{ to: '/settings/queues', label: t('title') }}>
      <QueueForm
        queue={null}
        saved={({ name }) => {
          showNotice({ message: t('added', { name }) })
          void navigate({ to: '/settings/queues' })
        }}
      />
    </SettingsPage>
  )
}
