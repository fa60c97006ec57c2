import { deleteInvitation, listInvitations } from '@kontuar/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { ConfirmButton } from '../ConfirmButton.tsx'
import { Section } from '../SettingsPage.tsx'
import classes from '../settings.module.css'

/** Invitations nobody has accepted yet; absent when there are none. */
export function InvitationList() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const invitations = useQuery({ queryKey: queryKeys.invitations, queryFn: ({ signal }) => api(listInvitations, { signal }) })
  const withdraw = useMutation({ mutationFn: (id: string) => api(deleteInvitation, { params: { id } }), onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.invitations }) })
  const open = invitations.data?.items.filter(({ acceptedAt }) => acceptedAt === null) ?? []

  if (invitations.isError) return <Problem error={invitations.error} retry={() => void invitations.refetch()} />
  if (open.length === 0) return null
  return (
    <Section title={t('people.invited')}>
      {withdraw.isError && <Problem error={withdraw.error} />}
      <ul className={classes.list}>
        {open.map((invitation) => (
          <li key={invitation.id} className={classes.row}>
            <div className={classes.rowMain}>
              <div className={classes.rowName}>{invitation.email}</div>
              <div className={classes.rowText}>
                {t(`role.${invitation.role}`)} · {t('people.expires')} <RelativeTime at={invitation.expiresAt} />
                {invitation.invitedBy && <> · {t('people.invitedBy', { name: invitation.invitedBy })}</>}
              </div>
            </div>
            <ConfirmButton label={t('people.withdraw')} about={t('people.withdrawOf', { email: invitation.email })} confirm={t('people.withdrawSure')} onConfirm={() => withdraw.mutate(invitation.id)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
