import { changeReadingSettings, getReadingSettings, type BodyOf } from '@kontuar/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { Learned } from './Learned.tsx'
import { ReadingForm } from './ReadingForm.tsx'
import { TryBox } from './TryBox.tsx'
import classes from './readings.module.css'

/** How texts are read, what has been learnt, a place to try it, and what it cannot. */
export function ReadingSettingsPage() {
  const { t } = useTranslation('readings')
  const queries = useQueryClient()
  const mayManage = useCan('insight.manage')
  const settings = useQuery({ queryKey: queryKeys.readings.settings, queryFn: ({ signal }) => api(getReadingSettings, { signal }) })
  const saving = useMutation({ mutationFn: (body: BodyOf<typeof changeReadingSettings>) => api(changeReadingSettings, { body }), onSuccess: (next) => {
    queries.setQueryData(queryKeys.readings.settings, next)
    void queries.invalidateQueries({ queryKey: queryKeys.readings.all })
  } })
  return (
    <SettingsPage title={t('title')} text={t('text')}>
      {settings.isPending ? <FormSkeleton /> : settings.isError ? <Problem error={settings.error} retry={() => void settings.refetch()} /> : (
        <>
          {mayManage && <Section><ReadingForm settings={settings.data} saving={saving} /></Section>}
          <Section title={t('try')} text={t('tryText')}><TryBox /></Section>
          <Section title={t('learned')} text={t('learnedText')}><Learned learned={settings.data.learned} /></Section>
          <Section title={t('limits')} text={t('limitsText')}>
            <ul className={classes.limits}>
              {(['sarcasm', 'languages', 'mixed', 'short', 'sums'] as const).map((limit) => <li key={limit}><b>{t(`limit.${limit}`)}</b> {t(`limitText.${limit}`)}</li>)}
            </ul>
          </Section>
        </>
      )}
    </SettingsPage>
  )
}
