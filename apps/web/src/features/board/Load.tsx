import type { Presence } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import classes from './load.module.css'

/** What a person holds against what they may hold; beyond it with the words, not the colour alone. */
export function Load({ presence }: { presence: Presence }) {
  const { t } = useTranslation('board')
  const { openTickets: open, capacity } = presence
  if (capacity === null) return <span className={classes.words}>{open} · {t('load.noLimit')}</span>
  const over = open - capacity
  return (
    <span className={classes.load} data-full={over >= 0 || undefined} data-over={over > 0 || undefined}>
      <span className={classes.track} aria-hidden><span style={{ width: `${capacity === 0 ? 100 : Math.min(100, (open / capacity) * 100)}%` }} /></span>
      <span className={classes.words}>{t('load.of', { open, capacity })}{over > 0 && <span className={classes.over}>{t('load.over', { count: over })}</span>}</span>
    </span>
  )
}
