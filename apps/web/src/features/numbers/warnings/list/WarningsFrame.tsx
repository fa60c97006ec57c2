import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTitle } from '../../../../ui/use-title.ts'
import classes from './frame.module.css'

/** The head of both pages: what is going on, and how sensitive it is looked for. */
export function WarningsFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('warnings')
  useTitle(t('title'))
  return (
    <div className={classes.page}>
      <h1>{t('title')}</h1>
      <nav className={classes.tabs} aria-label={t('title')}>
        <Link to="/numbers/warnings" search={{}} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{t('tab.now')}</Link>
        <Link to="/numbers/warnings/past" search={{}} className={classes.tab} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{t('tab.past')}</Link>
      </nav>
      {children}
    </div>
  )
}
