import { Outlet } from '@tanstack/react-router'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** Pages for those who arrange the desk: an address that somebody sent opens a sentence instead of buttons that refuse. */
export function DeskOnly() {
  const { t } = useTranslation('desk')
  return useCan('desk.manage') ? <Outlet /> : <EmptyState heading icon={<IconLock size={22} stroke={1.5} />} title={t('closed.title')} text={t('closed.text')} />
}
