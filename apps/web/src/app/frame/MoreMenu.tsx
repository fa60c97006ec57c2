import { Menu, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RailItem } from './rail-items.tsx'
import classes from './rail.module.css'

/** On a phone alone: the places the bar has no room for. */
export function MoreMenu({ items }: { items: readonly RailItem[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  if (items.length === 0) return null
  return (
    <Menu position="top" loop withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.more}>
          <IconDots size={20} stroke={1.5} aria-hidden />
          <span className={classes.label}>{t('nav.more')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ to, label, icon: Icon }) => <Menu.Item key={to} leftSection={<Icon size={18} stroke={1.5} />} onClick={() => void navigate({ to })}>{t(label)}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  )
}
