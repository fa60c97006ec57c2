import { changeInsightSettings, getInsightSettings, recountFacts, type InsightSettings } from '@kontuar/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { ConfirmButton } from '../ConfirmButton.tsx'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { CountingForm } from './CountingForm.tsx'
import classes from './numbers.module.css'

/** How service is counted, from now on; and counting everything again. */
export function NumbersSettingsPage() {
  const { t } = useTranslation('counting')
  const queries = useQueryClient()
  const key = queryKeys.insight.part('settings')
  const settings = useQuery({ queryKey: key, queryFn: ({ signal }) => api(getInsightSettings, { signal }) })
  const saving = useMutation({ mutationFn: (body: InsightSettings) => api(changeInsightSettings, { body }), onSuccess: (next) => queries.setQueryData(key, next) })
  const recounting = useMutation({ mutationFn: () => api(recountFacts) })
  return (
    <SettingsPage title={t('title')} text={t('text')}>
      {settings.isPending ? <FormSkeleton /> : settings.isError ? <Problem error={settings.error} retry={() => void settings.refetch()} /> : (
        <>
          <Section><CountingForm settings={settings.data} saving={saving} /></Section>
          <Section title={t('recount')} text={t('recountText')}>
            <div className={classes.recount}>
              <ConfirmButton label={t('recountDo')} about={t('recount')} confirm={t('recountSure')} onConfirm={() => recounting.mutate()} />
              {recounting.isSuccess && <p role="status">{t('recountBegun')}</p>}
              {recounting.isError && <Problem error={recounting.error} />}
            </div>
          </Section>
        </>
      )}
    </SettingsPage>
  )
}

