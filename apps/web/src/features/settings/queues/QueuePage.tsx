import { IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queuesQuery } from '../../../api/desk.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { QueueForm } from './QueueForm.tsx'
import { RetireQueue } from './RetireQueue.tsx'

const here = getRouteApi('/workspace/settings/routing/queues/$queueId')

export function QueuePage() {
  const { t } = useTranslation('queues')
  const named = useNamed()
  const { queueId } = here.useParams()
  const queues = useQuery(queuesQuery)
  const queue = queues.data?.items.find(({ id }) => id === queueId)
  return (
    <SettingsPage title={queue ? named('queue', queue) : t('one')} back={{ to: '/settings/queues', label: t('title') }}>
      {queues.isPending ? <FormSkeleton /> : queues.isError ? <Problem error={queues.error} retry={() => void queues.refetch()} /> : !queue ? <EmptyState icon={<IconStack2 size={22} stroke={1.5} />} title={t('gone')} text={t('goneText')} /> : (
        <>
          <Section><QueueForm key={queue.id} queue={queue} saved={() => {}} /></Section>
          {!queue.retired && <Section title={t('retire.title')} text={t('retire.text')}><RetireQueue queue={queue} /></Section>}
        </>
      )}
    </SettingsPage>
  )
}
