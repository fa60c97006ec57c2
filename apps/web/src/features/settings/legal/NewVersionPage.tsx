import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { legalBasesQuery } from '../../../api/desk.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useNamed } from '../../../ui/ready-made.ts'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { BasisForm } from './BasisForm.tsx'
import { LegalNote } from './LegalNote.tsx'
import { currentVersions } from './versions.ts'

const here = getRouteApi('/workspace/settings/routing/legal/$code')

export function NewBasisPage() {
  const { t } = useTranslation('times')
  const bases = useQuery(legalBasesQuery)
  return (
    <SettingsPage title={t('basis.new')} text={t('basis.newText')} back={{ to: '/settings/legal', label: t('bases') }}>
      <LegalNote />
      {bases.isPending ? <FormSkeleton /> : bases.isError ? <Problem error={bases.error} retry={() => void bases.refetch()} /> : <BasisForm before={null} codes={new Set(bases.data.items.map(({ code }) => code))} />}
    </SettingsPage>
  )
}

export function NewVersionPage() {
  const { t } = useTranslation('times')
  const named = useNamed()
  const { code } = here.useParams()
  const bases = useQuery(legalBasesQuery)
  const before = currentVersions(bases.data?.items ?? []).find((each) => each.code === code)
  return (
    <SettingsPage title={before ? t('basis.newVersion', { name: named('legal', before) }) : t('basis.one')} text={t('basis.newVersionText')} back={{ to: '/settings/legal', label: t('bases') }}>
      <LegalNote />
      {bases.isPending ? <FormSkeleton /> : bases.isError ? <Problem error={bases.error} retry={() => void bases.refetch()} /> : !before ? <EmptyState icon={<IconScale size={22} stroke={1.5} />} title={t('gone')} text={t('goneText')} /> : <BasisForm key={code} before={before} codes={new Set()} />}
    </SettingsPage>
  )
}
