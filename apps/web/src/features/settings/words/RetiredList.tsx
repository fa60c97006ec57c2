// What is out of use, closed below the list, each with its way back.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './words.module.css'
import shared from '../settings.module.css'

export function RetiredList<T>({ items, idOf, nameOf, bringBack, cannot }: { items: readonly T[]; idOf: (item: T) => string; nameOf: (item: T) => string; bringBack: (item: T) => void; /** Why one cannot come back. */ cannot?: (item: T) => ReactNode }) {
  const { t } = useTranslation('desk')
  if (items.length === 0) return null
  return (
    <details className={classes.retired}>
      <summary>{t('retired.title', { count: items.length })}</summary>
      <p className={shared.sectionText}>{t('retired.text')}</p>
      <ul className={shared.list}>
        {items.map((item) => {
          const because = cannot?.(item)
          return (
            <li key={idOf(item)} className={classes.line}>
              <span className={classes.name}>{nameOf(item)}</span>
              {because ? <span className={shared.rowText}>{because}</span> : <Button variant="default" size="compact-sm" aria-label={t('retired.bringBackOf', { name: nameOf(item) })} onClick={() => bringBack(item)}>{t('retired.bringBack')}</Button>}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
