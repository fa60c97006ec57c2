import { getRecoverySettings } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import '../settings-styles.ts'
import { RecoveryForm } from './RecoveryForm.tsx'

/** When a low score becomes somebody's matter, whose, until when, and what is asked at its end. */
export function RecoverySettingsPage() {
  const { t } = useTranslation('recovery')
  const { t: tSettings } = useTranslation('settings')
  const { data, error, refetch } = useQuery({ queryKey: queryKeys.recoveries.settings, queryFn: ({ signal }) => api(getRecoverySettings, { signal }) })
  return (
    <SettingsPage title={tSettings('recovery.title')} text={t('settings.text')}>
      {data ? <RecoveryForm settings={data} /> : error ? <Problem error={error} retry={() => void refetch()} /> : <FormSkeleton fields={6} />}
    </SettingsPage>
  )
}
