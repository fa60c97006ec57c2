import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { SettingsPage } from './SettingsPage.tsx'

/** Pages for those who arrange the desk: an address that somebody sent opens a sentence instead of buttons that refuse. */
export function DeskOnly() {
  const { t } = useTranslation('desk')
  return useCan('desk.manage') ? <Outlet /> : <SettingsPage title={t('closed.title')} text={t('closed.text')}>{null}</SettingsPage>
}
