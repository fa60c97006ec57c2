import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './edit.module.css'

export function PanelHead({ title, children, close }: { title: string; children?: ReactNode; close: () => void }) {
  const { t } = useTranslation('tiles')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <header className={classes.panelHead}>
      <h2 ref={heading} tabIndex={-1}>{title}</h2>
      {children}
      <Tooltip label={t('edit.closePanel')}><ActionIcon aria-label={t('edit.closePanel')} onClick={close}><IconX size={18} stroke={1.5} aria-hidden /></ActionIcon></Tooltip>
    </header>
  )
}
