// A page about one of a list: the shape while it loads, the failure where it failed, a sentence when it is not there.
import { IconZoomQuestion } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import type { SettingsPlace } from '../settings-nav.ts'

interface Props<T> { list: UseQueryResult<{ items: readonly T[] }>; find: (item: T) => boolean; back: { to: SettingsPlace['to']; label: string }; children: (item: T) => ReactNode }

export function OnePage<T>({ list, find, back, children }: Props<T>) {
  const { t } = useTranslation('desk')
  const found = list.data?.items.find(find)
  if (found !== undefined) return children(found)
  return (
    <SettingsPage title={back.label} back={back}>
      {list.isPending ? <FormSkeleton /> : list.isError ? <Problem error={list.error} retry={() => void list.refetch()} /> : <EmptyState icon={<IconZoomQuestion size={22} stroke={1.5} />} title={t('word.notThere')} text={t('word.notThereText')} />}
    </SettingsPage>
  )
}
