import { ActionIcon, Popover } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import classes from './results.module.css'

/** What a number does not say, behind a small "i". */
export function Trap({ about, children }: { about: string; children: ReactNode }) {
  const { t } = useTranslation('results')
  return (
    <Popover width={300} position="bottom-start" withinPortal returnFocus>
      <Popover.Target><ActionIcon size={24} aria-label={t('trap.open', { about })}><IconInfoCircle size={15} stroke={1.5} aria-hidden /></ActionIcon></Popover.Target>
      <Popover.Dropdown className={classes.trap}>{children}</Popover.Dropdown>
    </Popover>
  )
}
