import { listMailboxes } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconMailbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { MailboxState } from './MailboxState.tsx'
import { leavingMailboxes } from './retire.ts'
import classes from '../settings.module.css'

export function MailboxesPage() {
  const { t } = useTranslation('mailboxes')
  const canManage = useCan('mailbox.manage')
  const leaving = useSyncExternalStore(leavingMailboxes.subscribe, leavingMailboxes.get)
  const mailboxes = useQuery({ queryKey: queryKeys.mailboxes.list, queryFn: ({ signal }) => api(listMailboxes, { query: { limit: 200 }, signal }) })
  const items = mailboxes.data?.items.filter(({ id }) => !leaving.has(id)) ?? []
  const add = canManage && <Button renderRoot={(props) => <Link to="/settings/mailboxes/new" {...props} />}>{t('add')}</Button>
  const empty = mailboxes.isSuccess && items.length === 0

  return (
    <SettingsPage title={t('title')} text={t('text')} action={!empty && add}>
      {mailboxes.isPending ? (
        <RowSkeletons rows={3} height={76} />
      ) : mailboxes.isError ? (
        <Problem error={mailboxes.error} retry={() => void mailboxes.refetch()} />
      ) : empty ? (
        <EmptyState icon={<IconMailbox size={22} stroke={1.5} />} title={t('empty')} text={t('emptyText')} action={add} />
      ) : (
        <ul className={classes.list}>
          {items.map((mailbox) => (
            <li key={mailbox.id} className={classes.row}>
              <div className={classes.rowMain}>
                <div className={classes.rowName}>
                  {canManage ? <Link to="/settings/mailboxes/$mailboxId" params={{ mailboxId: mailbox.id }}>{mailbox.name}</Link> : mailbox.name}
                </div>
                <div className={classes.rowText}>{mailbox.address}</div>
              </div>
              <MailboxState mailbox={mailbox} />
            </li>
          ))}
        </ul>
      )}
    </SettingsPage>
  )
}
