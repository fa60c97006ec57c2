import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './choice-menu.module.css'

export interface MenuState { opened: boolean; onChange: (opened: boolean) => void; disabled: boolean }
export interface Choice { id: string; content: ReactNode; hint?: ReactNode; current: boolean; choose: () => void }

/** One of several values, shown as what it is now. */
export function ChoiceMenu({ label, shown, items, opened, onChange, disabled }: MenuState & { label: string; shown: ReactNode; items: readonly Choice[] }) {
  if (disabled) return <span className={classes.fixed} title={label}>{shown}</span>
  return (
    <Menu position="bottom-start" opened={opened} onChange={onChange} loop returnFocus>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" className={classes.target} aria-label={label} rightSection={<IconChevronDown size={13} stroke={1.5} />}>
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        {items.map(({ id, content, hint, current, choose }) => (
          <Menu.Item key={id} role="menuitemradio" aria-checked={current} onClick={choose} rightSection={current ? <IconCheck size={16} stroke={1.5} /> : hint}>
            {content}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
