import { CloseButton, Select } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { surveysQuery } from '../../surveys/survey-queries.ts'
import { touchpointsQuery } from '../touchpoint-queries.ts'
import { reasons, states, type InvitationSearch } from './invitation-search.ts'
import { useReasonWords } from './use-reason-words.ts'
import classes from './invitations.module.css'

/** By survey, touchpoint, state and reason; what an address narrows besides (a customer, a ticket, a list) is said and can be taken away. */
export function InvitationFilters({ search }: { search: InvitationSearch }) {
  const { t } = useTranslation('asking')
  const navigate = useNavigate()
  const reason = useReasonWords()
  const surveys = useInfiniteQuery(surveysQuery('false')).data?.pages.flatMap(({ items }) => items) ?? []
  const touchpoints = useQuery(touchpointsQuery).data?.items.filter(({ surveyId }) => search.survey === undefined || surveyId === search.survey) ?? []
  const go = (change: { [K in keyof InvitationSearch]?: InvitationSearch[K] | undefined }) =>
    void navigate({ to: '/feedback/invitations', search: Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined)), replace: true })
  const others = (['customer', 'ticket', 'list'] as const).filter((name) => search[name] !== undefined)
  const clear = { 'aria-label': t('filter.clear') }
  return (
    <div className={classes.filters} role="group" aria-label={t('filters')}>
      <Select size="xs" aria-label={t('survey')} placeholder={t('filter.anySurvey')} clearable clearButtonProps={clear} searchable={surveys.length > 8} data={surveys.map(({ id, name }) => ({ value: id, label: name }))} value={search.survey ?? null} onChange={(survey) => go({ survey: survey ?? undefined, touchpoint: undefined })} />
      <Select size="xs" aria-label={t('filter.touchpoint')} placeholder={t('filter.anyTouchpoint')} clearable clearButtonProps={clear} data={touchpoints.map(({ id, name }) => ({ value: id, label: name }))} value={search.touchpoint ?? null} onChange={(touchpoint) => go({ touchpoint: touchpoint ?? undefined })} />
      <Select size="xs" aria-label={t('column.state')} placeholder={t('filter.anyState')} clearable clearButtonProps={clear} data={states.map((state) => ({ value: state, label: t(`state.${state}`) }))} value={search.state ?? null} onChange={(state) => go({ state: (state ?? undefined) as InvitationSearch['state'], reason: undefined })} />
      {search.state === 'suppressed' && (
        <Select size="xs" aria-label={t('filter.reason')} placeholder={t('filter.anyReason')} clearable clearButtonProps={clear} searchable data={reasons.map((code) => ({ value: code, label: reason(code) }))} value={search.reason ?? null} onChange={(code) => go({ reason: (code ?? undefined) as InvitationSearch['reason'] })} />
      )}
      {others.map((name) => (
        <span key={name} className={classes.chip}>
          {t(`filter.${name}`)} <CloseButton size="xs" aria-label={t('filter.clear')} onClick={() => go({ [name]: undefined })} />
        </span>
      ))}
    </div>
  )
}
