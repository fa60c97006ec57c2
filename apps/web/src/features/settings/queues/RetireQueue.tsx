import { changeQueue, type Queue } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { usePatch } from '../words/use-patch.ts'
import { queueRefusal } from './refusal.ts'

export function RetireQueue({ queue }: { queue: Queue }) {
  const { t } = useTranslation('queues')
  const named = useNamed()
  const navigate = useNavigate()
  const patch = usePatch(changeQueue, queryKeys.queues)
  const retire = () => patch.mutate(
    { id: queue.id, body: { retired: true }, before: { retired: false }, message: t('retired', { name: named('queue', queue) }), quiet: true },
    { onSuccess: () => void navigate({ to: '/settings/queues' }) },
  )
  return (
    <>
      <Button variant="default" aria-disabled={patch.isPending} onClick={() => patch.isPending || retire()}>{t('retire.action')}</Button>
      {patch.isError && <div style={{ marginTop: 12 }}><Problem error={patch.error} text={queueRefusal(patch.error, t)} /></div>}
    </>
  )
}
