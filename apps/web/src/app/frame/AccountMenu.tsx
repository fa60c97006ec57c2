import { changeMe, signOut, type Locale, type Me } from '@kontuar/contracts'
import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useMe } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { currentLocale, localeNames, locales, switchLocale } from '../../i18n/i18n.ts'
import { useColorScheme } from '../../theme/color-scheme.ts'
import { KeyboardHint } from '../../ui/KeyboardHint.tsx'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'
import { initials } from '../../ui/initials.ts'
import { PresenceDot } from '../../ui/PresenceDot.tsx'
import { PresenceSwitch } from './PresenceSwitch.tsx'
import { useMyPresence } from './use-my-presence.ts'
import classes from './account-menu.module.css'

const themes = ['light', 'dark', 'auto'] as const

export function AccountMenu({ showShortcuts }: { showShortcuts: () => void }) {
  const { t } = useTranslation()
  const { staff } = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useColorScheme()
  const presence = useMyPresence()
  const change = useMutation({
    mutationFn: (body: { theme?: Me['staff']['theme']; locale?: Locale }) => api(changeMe, { body }),
    onSuccess: (me) => queries.setQueryData(queryKeys.me, me),
    onError: (error) => showNotice({ message: problemText(error, t), tone: 'failed' }),
  })
  const leave = useMutation({
    mutationFn: async () => {
      // Nobody who sits down here next is to be told of this person's tickets.
      await import('../../features/notifications/push-browser.ts').then(({ forgetThisBrowser }) => forgetThisBrowser()).catch(() => {})
      return api(signOut)
    },
    onSuccess: () => {
      queries.clear()
      void navigate({ to: '/sign-in' })
    },
    onError: (error) => showNotice({ message: problemText(error, t), tone: 'failed' }),
  })

  return (
    <Menu position="right-end" width={264} offset={10} loop withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.target} >
          <Avatar size={30} radius="xl" color="teal" variant="light" alt="">{initials(staff.name)}</Avatar>
          {presence.state && <span className={classes.dot}><PresenceDot state={presence.state} bare /></span>}
          <VisuallyHidden>{t('account.menu', { name: staff.name })}{presence.state && `, ${t(`presence.${presence.state}`)}`}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <div className={classes.name}>{staff.name}</div>
          <div className={classes.mail}>{staff.email}</div>
        </div>
        <Menu.Divider />
        <PresenceSwitch {...presence} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser size={16} stroke={1.5} />} onClick={() => void navigate({ to: '/settings/profile' })}>{t('account.profile')}</Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.5} />} rightSection={<KeyboardHint keys="?" />} onClick={showShortcuts}>{t('account.shortcuts')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('account.theme')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => {
            const theme = value as Me['staff']['theme']
            setColorScheme(theme)
            change.mutate({ theme })
          }}
        >
          {themes.map((each) => (
            <Menu.RadioItem key={each} value={each}>{t(`theme.${each}`)}</Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('account.language')}</Menu.Label>
        <Menu.RadioGroup
          value={currentLocale()}
          onChange={(value) => {
            const locale = value as Locale
            void switchLocale(locale)
            change.mutate({ locale })
          }}
        >
          {locales.map((locale) => (
            <Menu.RadioItem key={locale} value={locale} lang={locale}>{localeNames[locale]}</Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} />} onClick={() => leave.mutate()}>{t('account.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
