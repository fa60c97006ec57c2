// The form of one connection (receiving or sending) with its test.
import { testMailbox, type ConnectionResult, type Mailbox } from '@kontuar/contracts'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { api } from '../../../api/api.ts'
import { fieldOfFault, type Fault } from './faults.ts'
import { guessServer, providerByHost, providerOf, providers, type Provider } from './providers.ts'

export type ConnectionKind = 'imap' | 'smtp'
export interface ConnectionValues {
  provider: Provider['id'] | 'other'
  host: string
  port: number | string
  security: 'tls' | 'starttls' | 'none'
  user: string
  auth: 'none' | 'password' | 'xoauth2'
  password: string
  folders: string[]
}

function startValues(mailbox: Mailbox, kind: ConnectionKind): ConnectionValues {
  const known = providerOf(mailbox.address)
  const stored = mailbox[kind]
  // What was typed for the other direction is most likely true for this one.
  const sibling = kind === 'smtp' ? mailbox.imap : mailbox.smtp
  if (stored) return { provider: providerByHost(stored.host)?.id ?? 'other', folders: ['INBOX'], ...stored, password: '' }
  const provider = known ?? (sibling ? providerByHost(sibling.host) : null)
  const server = provider?.[kind] ?? guessServer(mailbox.address, kind)
  return { provider: provider?.id ?? 'other', ...server, user: sibling?.user || mailbox.address, auth: provider?.auth ?? 'password', password: '', folders: ['INBOX'] }
}

/** The settings as the server wants them. */
export const imapOf = ({ host, port, security, user, auth, folders }: ConnectionValues) => ({ host: host.trim(), port: Number(port), security, user: user.trim(), auth: auth === 'xoauth2' ? ('xoauth2' as const) : ('password' as const), folders })
export const smtpOf = ({ host, port, security, user, auth }: ConnectionValues) => ({ host: host.trim(), port: Number(port), security, user: auth === 'none' ? '' : user.trim(), auth })

export function useConnectionForm(mailbox: Mailbox, kind: ConnectionKind) {
  const { t } = useTranslation('mailboxes')
  const hasPassword = kind === 'imap' ? mailbox.hasImapPassword : mailbox.hasSmtpPassword
  const form = useForm<ConnectionValues>({
    initialValues: startValues(mailbox, kind),
    validateInputOnBlur: true,
    validate: {
      host: (host) => (/^[^\s:/@]+$/.test(host.trim()) ? null : t('hostWrong')),
      port: (port) => (Number(port) >= 1 && Number(port) <= 65535 ? null : t('portWrong')),
      user: (user, { auth }) => (auth === 'none' || user.trim() ? null : t('userMissing')),
      password: (password, { auth }) => (auth === 'none' || password || hasPassword ? null : t('passwordMissing')),
      folders: (folders) => (kind === 'smtp' || folders.length > 0 ? null : t('foldersMissing')),
    },
  })
  const test = useMutation({
    mutationFn: (values: ConnectionValues): Promise<Static<typeof ConnectionResult>> =>
      api(testMailbox, {
        body: {
          id: mailbox.id,
          ...(kind === 'imap' ? { imap: imapOf(values), ...(values.password ? { imapPassword: values.password } : {}) } : { smtp: smtpOf(values), ...(values.password ? { smtpPassword: values.password } : {}) }),
        },
      }),
    onMutate: () => form.clearErrors(),
    onSuccess: (result) => {
      const part = result[kind]
      if (!part || part.ok) return
      const fault = part.fault as Fault
      form.setFieldError(fieldOfFault[fault], t(`fault.${fault}`))
    },
  })
  const choose = (id: ConnectionValues['provider']) => {
    const provider = providers.find((each) => each.id === id)
    form.setFieldValue('provider', id)
    form.setValues(provider ? { ...provider[kind], auth: provider.auth } : { ...guessServer(mailbox.address, kind), auth: 'password' })
    form.clearErrors()
    test.reset()
  }
  return { form, test, hasPassword, choose }
}
export type ConnectionForm = ReturnType<typeof useConnectionForm>
