import { changeOwnMetric, createOwnMetric, type OwnMetricDefinition } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Navigate, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { showNotice } from '../../../ui/undo.ts'
import { useTitle } from '../../../ui/use-title.ts'
import { useMeasures, useMetrics } from '../data/queries.ts'
import { OwnMetricForm } from './OwnMetricForm.tsx'
import { definitionOf, emptyValues, valuesOf, type OwnValues } from './own-values.ts'
import classes from './catalogue.module.css'

const there = getRouteApi('/workspace/numbers/metrics/$metric/edit')

export function NewMetricPage() {
  const { t } = useTranslation('numbers')
  return <Compose title={t('metric.new')} initial={emptyValues} id={null} />
}

export function ChangeMetricPage() {
  const { t } = useTranslation('numbers')
  const { metric: name } = there.useParams()
  const metric = useMetrics().get(name)
  const initial = useMemo(() => (metric?.own ? valuesOf(metric.label, metric.own.definition as OwnMetricDefinition) : null), [metric])
  if (!metric?.own || !initial) return <Navigate to="/numbers/metrics" search={{}} replace />
  return <Compose key={name} title={t('metric.changeOf', { name: metric.label })} initial={initial} id={metric.own.id} />
}

function Compose({ title, initial, id }: { title: string; initial: OwnValues; id: string | null }) {
  const { t } = useTranslation('numbers')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const measures = useMeasures()
  const known = useMemo(() => new Map(measures.map((measure) => [measure.name, measure])), [measures])
  useTitle(title)
  const renew = () => queries.invalidateQueries({ queryKey: queryKeys.insight.shape })
  const saving = useMutation({
    mutationFn: (values: OwnValues) => {
      const body = { name: values.name.trim(), definition: definitionOf(values, known) }
      return id === null ? api(createOwnMetric, { body }) : api(changeOwnMetric, { params: { id }, body })
    },
    onSuccess: async (made) => {
      await renew()
      void navigate({ to: '/numbers/metrics/$metric', params: { metric: `own-${made.id}` }, search: {} })
    },
  })
  const retiring = useMutation({
    mutationFn: () => api(changeOwnMetric, { params: { id: id! }, body: { retired: true } }),
    onSuccess: async () => {
      showNotice({ message: t('metric.retired', { name: initial.name }), undo: async () => { await api(changeOwnMetric, { params: { id: id! }, body: { retired: false } }); await renew() } })
      void navigate({ to: '/numbers/metrics', search: {} })
      await renew()
    },
  })
  return (
    <div className={classes.compose}>
      <h1>{title}</h1>
      <p className={classes.lead}>{t('own.text')}</p>
      {measures.length === 0 ? <FormSkeleton fields={5} /> : <OwnMetricForm initial={initial} measures={measures} known={known} saving={saving} />}
      {id !== null && <div className={classes.retire}><Button variant="subtle" color="gray" loading={retiring.isPending} onClick={() => retiring.mutate()}>{t('metric.retire')}</Button></div>}
      {retiring.isError && <Problem error={retiring.error} />}
    </div>
  )
}
