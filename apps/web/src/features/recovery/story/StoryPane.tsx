import { getRecovery } from '@kontuar/contracts'
import { ActionIcon } from '@mantine/core'
import { IconArrowLeft, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { isGone } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { useReadWhenOpened } from '../../notifications/index.ts'
import type { RecoverySearch } from '../recovery-search.ts'
import { Story } from './Story.tsx'
import classes from './story.module.css'

export function StoryPane({ recoveryId, search, leave }: { recoveryId: string; search: RecoverySearch; leave: () => void }) {
  const { t } = useTranslation('recovery')
  useReadWhenOpened('recoveryId', recoveryId)
  const story = useQuery({ queryKey: queryKeys.recoveries.one(recoveryId), queryFn: ({ signal }) => api(getRecovery, { params: { id: recoveryId }, signal }) })
  return (
    <section className={classes.pane} aria-label={t('story')}>
      <div className={classes.bar}>
        <ActionIcon className={classes.back} aria-label={t('toList')} onClick={leave}><IconArrowLeft size={18} stroke={1.5} /></ActionIcon>
        <ActionIcon className={classes.close} aria-label={t('close')} onClick={leave}><IconX size={18} stroke={1.5} /></ActionIcon>
      </div>
      {story.data ? <Story story={story.data} search={search} />
        : story.isError ? <div className={classes.padded}>{isGone(story.error) ? <EmptyState title={t('gone')} text={t('goneText')} /> : <Problem error={story.error} retry={() => void story.refetch()} />}</div>
          : <div className={classes.padded}><RowSkeletons rows={5} height={56} /></div>}
    </section>
  )
}
