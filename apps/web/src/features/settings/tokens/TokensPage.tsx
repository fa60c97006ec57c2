import { deleteToken, listTokens } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { ConfirmButton } from '../ConfirmButton.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import classes from '../settings.module.css'

export function TokensPage() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const tokens = useQuery({ queryKey: queryKeys.tokens, queryFn: ({ signal }) => api(listTokens, { signal }) })
  const revoke = useMutation({ mutationFn: (id: string) => api(deleteToken, { params: { id } }), onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.tokens }) })
  const create = <Button renderRoot={(props) => <Link to="/settings/tokens/new" {...props} />}>{t('tokens.create')}</Button>
  const empty = tokens.data?.items.length === 0

  return (
    <SettingsPage title={t('tokens.title')} text={t('tokens.text')} action={!empty && create}>
      {revoke.isError && <Problem error={revoke.error} />}
      {tokens.isPending ? (
        <RowSkeletons rows={3} height={60} />
      ) : tokens.isError ? (
        <Problem error={tokens.error} retry={() => void tokens.refetch()} />
      ) : empty ? (
        <EmptyState icon={<IconKey size={22} stroke={1.5} />} title={t('tokens.empty')} text={t('tokens.emptyText')} action={create} />
      ) : (
        <ul className={classes.list}>
          {tokens.data.items.map((token) => (
            <li key={token.id} className={classes.row}>
              <div className={classes.rowMain}>
                <div className={classes.rowName}>{token.name}</div>
                <div className={classes.rowText}>
                  {t('tokens.scopes', { count: token.scopes.length })} · {token.lastUsedAt ? <>{t('tokens.used')} <RelativeTime at={token.lastUsedAt} /></> : t('tokens.neverUsed')} ·{' '}
                  {token.expiresAt ? <>{t('tokens.expires')} <RelativeTime at={token.expiresAt} /></> : t('tokens.neverExpires')}
                </div>
              </div>
              <ConfirmButton label={t('tokens.revoke')} about={t('tokens.revokeOf', { name: token.name })} confirm={t('tokens.revokeSure')} onConfirm={() => revoke.mutate(token.id)} />
            </li>
          ))}
        </ul>
      )}
    </SettingsPage>
  )
}
