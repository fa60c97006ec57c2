import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const first = 10
const more = 40

/** The first of many; the rest when it is asked for. */
export function Some<T>({ items, className, children }: { items: readonly T[]; className: string | undefined; children: (item: T, index: number) => ReactNode }) {
  const { t } = useTranslation('rules')
  const [shown, setShown] = useState(first)
  const rest = items.length - shown
  return (
    <>
      <ul className={className}>{items.slice(0, shown).map(children)}</ul>
      {rest > 0 && <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + more)}>{t('more', { count: Math.min(rest, more) })}</Button>}
    </>
  )
}
