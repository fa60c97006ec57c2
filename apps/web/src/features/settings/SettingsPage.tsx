import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTitle } from '../../ui/use-title.ts'
import type { SettingsPlace } from './settings-nav.ts'
import classes from './settings.module.css'

interface Props {
  title: string
  text?: string
  /** The page's one primary act. */
  action?: ReactNode
  /** Where one came from; without it a phone goes back to the list of settings. */
  back?: { to: SettingsPlace['to']; label: string }
  wide?: boolean
  children: ReactNode
}

export function SettingsPage({ title, text, action, back, wide, children }: Props) {
  const { t } = useTranslation('settings')
  useTitle(title)
  return (
    <div className={classes.body} data-wide={wide}>
      <Link to={back?.to ?? '/settings'} className={classes.back} data-always={back !== undefined}>
        <IconChevronLeft size={16} stroke={1.5} aria-hidden /> {back?.label ?? t('title')}
      </Link>
      <header className={classes.head}>
        <div>
          <h1 className={classes.title}>{title}</h1>
          {text && <p className={classes.text}>{text}</p>}
        </div>
        {action && <div className={classes.action}>{action}</div>}
      </header>
      {children}
    </div>
  )
}

export function Section({ title, text, children }: { title?: string; text?: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      {title && <h2 className={classes.sectionTitle}>{title}</h2>}
      {text && <p className={classes.sectionText}>{text}</p>}
      <div className={classes.sectionBody} data-titled={title !== undefined}>{children}</div>
    </section>
  )
}
