import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { LookForm } from './LookForm.tsx'
import { RulesForm } from './RulesForm.tsx'
import { Shops } from './Shops.tsx'
import { settingsQuery } from './feedback-settings.ts'

/** How the organization asks, wherever it asks. */
export function FeedbackSettingsPage() {
  const { t } = useTranslation('inviting')
  const settings = useQuery(settingsQuery)
  return (
    <SettingsPage title={t('title')} text={t('text')}>
      {settings.isPending ? <FormSkeleton /> : settings.isError ? <Problem error={settings.error} retry={() => void settings.refetch()} /> : (
        <>
          <Section><RulesForm settings={settings.data} /></Section>
          <Section title={t('look')} text={t('lookText')}><LookForm settings={settings.data} /></Section>
          <Section title={t('shops')} text={t('shopsText')}><Shops /></Section>
        </>
      )}
    </SettingsPage>
  )
}
