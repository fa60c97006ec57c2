import { getNotificationSettings, setNotificationSettings, type BodyOf } from '@kontuar/contracts'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { Browsers } from './Browsers.tsx'
import { DigestForm } from './DigestForm.tsx'
import { Pauses } from './Pauses.tsx'
import { QuietForm } from './QuietForm.tsx'
import { RoadsTable } from './RoadsTable.tsx'
import classes from './settings.module.css'

export type SaveSettings = (body: BodyOf<typeof setNotificationSettings>) => Promise<void>

export function NotificationSettingsPage() {
  const { t } = useTranslation('notifications')
  const queries = useQueryClient()
  const { data: settings, error, refetch } = useQuery({ queryKey: queryKeys.notifications.settings, queryFn: ({ signal }) => api(getNotificationSettings, { signal }) })
  const save: SaveSettings = async (body) => {
    queries.setQueryData(queryKeys.notifications.settings, await api(setNotificationSettings, { body }))
  }
  return (
    <SettingsPage title={t('title')} text={t('set.text')}>
      {error ? <Problem error={error} retry={() => void refetch()} /> : !settings ? <FormSkeleton fields={6} /> : (
        <>
          <Section title={t('set.kinds')}>
            <RoadsTable settings={settings} save={save} />
          </Section>
          <Section title={t('push.title')} text={t('push.text')}>
            <Browsers push={settings.push} />
          </Section>
          <Section title={t('quiet.title')} text={t('quiet.text')}>
            <QuietForm quiet={settings.quiet} save={save} />
          </Section>
          <Section title={t('digest.title')} text={t('digest.text')}>
            {!settings.mail.canSend && <p className={classes.notice} role="status"><IconMailOff size={17} stroke={1.5} aria-hidden />{t('set.mailWaits')}</p>}
            <DigestForm digest={settings.digest} save={save} />
          </Section>
          <Section title={t('pause.title')} text={t('pause.text')}>
            <Pauses />
          </Section>
        </>
      )}
    </SettingsPage>
  )
}
