import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale, localeNames, locales, switchLocale } from '../../i18n/i18n.ts'
import { useTitle } from '../../ui/use-title.ts'
import classes from './entry.module.css'

/** What surrounds the pages before one is inside: the name, one narrow column, the languages. */
export function EntryFrame({ title, text, children }: { title: string; text?: string | undefined; children: ReactNode }) {
  const { t } = useTranslation('entry')
  useTitle(title)
  return (
    <div className={classes.page}>
      <main className={classes.column}>
        <div className={classes.brand}>
          <img src="/icon.svg" width={28} height={28} alt="" /> Kontuar
        </div>
        <h1 className={classes.title}>{title}</h1>
        {text && <p className={classes.text}>{text}</p>}
        <div className={classes.body}>{children}</div>
      </main>
      <nav aria-label={t('languages')} className={classes.languages}>
        {locales.map((locale) => (
          <button key={locale} type="button" lang={locale} aria-pressed={currentLocale() === locale} onClick={() => void switchLocale(locale)}>
            {localeNames[locale]}
          </button>
        ))}
      </nav>
    </div>
  )
}
