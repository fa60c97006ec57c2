// What counts the time in a queue: calendar, SLA policy and term of law; each may be left to what holds everywhere.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarsQuery, legalBasesQuery } from '../../../api/desk.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { currentVersions } from '../legal/versions.ts'
import { policiesQuery } from '../sla/use-policies.ts'
import shared from '../settings.module.css'

interface Times { calendarId: string | null; slaPolicyId: string | null; legalBasisCode: string | null }
interface Props extends Times { change: (times: Partial<Times>) => void; errors: Record<string, ReactNode> }

export function TimesFields({ calendarId, slaPolicyId, legalBasisCode, change, errors }: Props) {
  const { t } = useTranslation('queues')
  const named = useNamed()
  const calendars = useQuery(calendarsQuery).data?.items ?? []
  const policies = useQuery(policiesQuery).data?.items ?? []
  const bases = currentVersions(useQuery(legalBasesQuery).data?.items ?? [])
  const usual = calendars.find(({ isDefault }) => isDefault)
  return (
    <div className={shared.pair}>
      <Select
        label={t('calendar')}
        description={t('calendarHint')}
        data={[{ value: '', label: usual ? t('calendarUsual', { name: named('calendar', usual) }) : t('calendarNone') }, ...calendars.filter(({ id, retired }) => !retired || id === calendarId).map((each) => ({ value: each.id, label: named('calendar', each) }))]}
        allowDeselect={false}
        value={calendarId ?? ''}
        error={errors['calendarId']}
        onChange={(id) => change({ calendarId: id || null })}
      />
      <Select
        label={t('policy')}
        description={t('policyHint')}
        data={[{ value: '', label: t('policyNone') }, ...policies.filter(({ id, retired }) => !retired || id === slaPolicyId).map((each) => ({ value: each.id, label: named('policy', each) }))]}
        allowDeselect={false}
        value={slaPolicyId ?? ''}
        error={errors['slaPolicyId']}
        onChange={(id) => change({ slaPolicyId: id || null })}
      />
      <Select
        label={t('legal')}
        description={t('legalHint')}
        data={[{ value: '', label: t('legalNone') }, ...bases.filter(({ code, retired }) => !retired || code === legalBasisCode).map((each) => ({ value: each.code, label: named('legal', each) }))]}
        allowDeselect={false}
        value={legalBasisCode ?? ''}
        error={errors['legalBasisCode']}
        onChange={(code) => change({ legalBasisCode: code || null })}
      />
    </div>
  )
}
