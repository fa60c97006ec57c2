import { Button } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { legalBasesQuery } from '../../../api/desk.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { BasisRow } from './BasisRow.tsx'
import { LegalNote } from './LegalNote.tsx'
import { currentVersions } from './versions.ts'
import classes from './legal.module.css'

export function BasesPage() {
  const { t } = useTranslation('times')
  const bases = useQuery(legalBasesQuery)
  const all = bases.data?.items ?? []
  const add = <Button renderRoot={(props) => <Link to="/settings/legal/new" {...props} />}>{t('basis.add')}</Button>
  const empty = bases.isSuccess && all.length === 0
  return (
    <SettingsPage title={t('bases')} text={t('basesText')} action={!empty && add}>
      <LegalNote />
      {bases.isPending ? <RowSkeletons rows={3} height={150} /> : bases.isError ? <Problem error={bases.error} retry={() => void bases.refetch()} /> : empty ? (
        <EmptyState icon={<IconScale size={22} stroke={1.5} />} title={t('basis.empty')} text={t('basis.emptyText')} action={add} />
      ) : (
        <ul className={classes.list}>
          {currentVersions(all).map((basis) => <BasisRow key={basis.code} basis={basis} older={all.filter(({ code, version }) => code === basis.code && version < basis.version)} />)}
        </ul>
      )}
    </SettingsPage>
  )
}
