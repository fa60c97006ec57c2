import { Link, Outlet, getRouteApi } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { mailboxQuery } from './use-mailbox.ts'
import classes from './mailboxes.module.css'

const here = getRouteApi('/workspace/settings/mailboxes/$mailboxId')
const steps = [
  { to: '/settings/mailboxes/$mailboxId', label: 'step.address' },
  { to: '/settings/mailboxes/$mailboxId/receiving', label: 'step.receiving' },
  { to: '/settings/mailboxes/$mailboxId/sending', label: 'step.sending' },
  { to: '/settings/mailboxes/$mailboxId/answers', label: 'step.answers' },
] as const

/** One mailbox in four steps, each with its own address. */
export function MailboxFrame() {
  const { t } = useTranslation('mailboxes')
  const { mailboxId } = here.useParams()
  const mailbox = useQuery(mailboxQuery(mailboxId))
  return (
    <SettingsPage title={mailbox.data?.name ?? '\u00a0'} text={mailbox.data?.address ?? '\u00a0'} back={{ to: '/settings/mailboxes', label: t('title') }}>
      <nav className={classes.steps} aria-label={t('steps')}>
        {steps.map(({ to, label }) => (
          <Link key={to} to={to} params={{ mailboxId }} search={true} className={classes.step} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
            {t(label)}
          </Link>
        ))}
      </nav>
      {mailbox.isPending ? (
        <FormSkeleton />
      ) : mailbox.isError ? (
        <Problem error={mailbox.error} retry={() => void mailbox.refetch()} />
      ) : (
        <Suspense fallback={<FormSkeleton />} key={mailboxId}>
          <Outlet />
        </Suspense>
      )}
    </SettingsPage>
  )
}
