import { Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './choice-menu.module.css'

export interface MenuState { opened: boolean; onChange: (opened: boolean) => void; disabled: boolean }
export interface Choice { id: string; content: ReactNode; hint?: ReactNode; current: boolean; choose: () => void }

/** One of several values, shown as what it is now. */
export function ChoiceMenu({ label, shown, name, items, opened, onChange, disabled }: MenuState & { /** What it is a choice of. */ name: string; label: string; shown: ReactNode; items: readonly Choice[] }) {
  if (disabled) return <span className={classes.fixed} title={label}>{shown}</span>
  return (
    <Menu position="bottom-start" opened={opened} onChange={onChange} loop returnFocus withinPortal={false}>
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" className={classes.target} title={label} rightSection={<IconChevronDown size={13} stroke={1.5} />}>
          <VisuallyHidden>{name}: </VisuallyHidden>
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        <Menu.RadioGroup value={items.find(({ current }) => current)?.id ?? ''} onChange={(id) => items.find((item) => item.id === id)?.choose()}>
          {items.map(({ id, content, hint }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick rightSection={hint}>
              {content}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
