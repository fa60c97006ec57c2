import { listStaff } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { Section, SettingsPage } from '../SettingsPage.tsx'
import { InvitationList } from './InvitationList.tsx'
import { PersonRow } from './PersonRow.tsx'
import classes from '../settings.module.css'

export function PeoplePage() {
  const { t } = useTranslation('settings')
  const canManage = useCan('staff.manage')
  const staff = useQuery({ queryKey: queryKeys.staff, queryFn: ({ signal }) => api(listStaff, { query: { limit: 200 }, signal }) })

  return (
    <SettingsPage wide title={t('people.title')} text={t('people.text')} action={canManage && <Button renderRoot={(props) => <Link to="/settings/people/invite" {...props} />}>{t('people.invite')}</Button>}>
      {canManage && <InvitationList />}
      <Section title={t('people.team')}>
        {staff.isPending ? (
          <RowSkeletons rows={4} height={60} />
        ) : staff.isError ? (
          <Problem error={staff.error} retry={() => void staff.refetch()} />
        ) : (
          <ul className={classes.list}>
            {staff.data.items.map((person) => (
              <PersonRow key={person.id} person={person} canManage={canManage} />
            ))}
          </ul>
        )}
      </Section>
    </SettingsPage>
  )
}
