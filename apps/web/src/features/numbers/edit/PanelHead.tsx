import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../frame/use-phone.ts'
import classes from './edit.module.css'

export function PanelHead({ title, children, close }: { title: string; children?: ReactNode; close: () => void }) {
  const { t } = useTranslation('tiles')
  const Heading = usePhone() ? 'h1' : 'h2'
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <header className={classes.panelHead}>
      <Heading ref={heading} tabIndex={-1} className={classes.panelTitle}>{title}</Heading>
      {children}
      <Tooltip label={t('edit.closePanel')}><ActionIcon aria-label={t('edit.closePanel')} onClick={close}><IconX size={18} stroke={1.5} aria-hidden /></ActionIcon></Tooltip>
    </header>
  )
}
