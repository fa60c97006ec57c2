import { listSurveys } from '@kontuar/contracts'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** Which question the customer is asked at the end; none chosen: the ready-made one. An anonymous survey could not say who was won back. */
export function SecondSurveyField({ value, change, error }: { value: string | null; change: (id: string | null) => void; error: ReactNode }) {
  const { t } = useTranslation('recovery')
  const { t: everywhere } = useTranslation()
  const query = { retired: 'false', limit: 200 } as const
  const surveys = useQuery({ queryKey: queryKeys.surveys.list(query), queryFn: ({ signal }) => api(listSurveys, { query, signal }), enabled: useCan('feedback.read') }).data?.items ?? []
  const usable = surveys.filter(({ id, anonymous, version }) => (!anonymous && version > 0) || id === value)
  return <Select label={t('settings.survey')} placeholder={t('settings.surveyUsual')} clearable clearButtonProps={{ 'aria-label': everywhere('picker.clear') }} searchable={usable.length > 8} nothingFoundMessage={everywhere('picker.nothing')} data={usable.map(({ id, name }) => ({ value: id, label: name }))} value={value} onChange={change} error={error} />
}
