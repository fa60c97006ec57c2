import { NumberInput, PasswordInput, Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { providers } from './providers.ts'
import type { ConnectionForm, ConnectionKind, ConnectionValues } from './use-connection-form.ts'
import classes from './mailboxes.module.css'
import shared from '../settings.module.css'

const securities = ['tls', 'starttls', 'none'] as const

/** Server, door and key of a mailbox. A failed test writes beside the field it concerns. */
export function ConnectionFields({ kind, form, hasPassword, choose, folders }: { kind: ConnectionKind; folders: readonly string[] } & Pick<ConnectionForm, 'form' | 'hasPassword' | 'choose'>) {
  const { t } = useTranslation('mailboxes')
  const { values } = form
  const advice = providers.find(({ id }) => id === values.provider)?.advice
  const auths = kind === 'imap' ? (['password', 'xoauth2'] as const) : (['password', 'xoauth2', 'none'] as const)
  return (
    <>
      <Select
        className={shared.narrow}
        label={t('provider')}
        data={[...providers.map(({ id, name }) => ({ value: id as string, label: name })), { value: 'other', label: t('providerOther') }]}
        value={values.provider}
        onChange={(id) => id && choose(id as ConnectionValues['provider'])}
      />
      {advice && <p className={classes.note}>{t(`advice.${advice}`)}</p>}
      <div className={classes.server}>
        <TextInput label={t('host')} autoComplete="off" spellCheck={false} {...form.getInputProps('host')} />
        <NumberInput label={t('port')} min={1} max={65535} hideControls allowDecimal={false} thousandSeparator="" {...form.getInputProps('port')} />
        <Select label={t('security')} data={securities.map((value) => ({ value, label: t(`security.${value}`) }))} {...form.getInputProps('security')} onChange={(value) => form.setFieldValue('security', value as ConnectionValues['security'])} />
      </div>
      <Select className={shared.narrow} label={t('auth')} data={auths.map((value) => ({ value, label: t(`auth.${value}`) }))} {...form.getInputProps('auth')} onChange={(value) => form.setFieldValue('auth', value as ConnectionValues['auth'])} />
      {values.auth !== 'none' && (
        <div className={shared.pair}>
          <TextInput label={t('user')} autoComplete="off" spellCheck={false} {...form.getInputProps('user')} />
          <PasswordInput
            label={values.auth === 'xoauth2' ? t('accessToken') : t('password')}
            placeholder={hasPassword ? t('passwordKept') : ''}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('passwordShow') }}
            {...form.getInputProps('password')}
          />
        </div>
      )}
      {kind === 'imap' && <TagsInput className={shared.narrow} label={t('folders')} description={t('foldersHint')} data={[...folders]} {...form.getInputProps('folders')} />}
    </>
  )
}
