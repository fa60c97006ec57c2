import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column } from './columns.ts'
import type { Sort } from './ticket-search.ts'
import classes from './list-head.module.css'

/** The names of the columns. What can be ordered by is a button: once up, once down. */
export function ListHead({ columns, sort, order }: { columns: readonly Column[]; sort: Sort; order: (sort: Sort) => void }) {
  const { t } = useTranslation('views')
  return (
    <div className={classes.head} role="group" aria-label={t('head.label')}>
      {columns.map(({ name, label, sort: by, end }) => {
        if (by === undefined) return <span key={name} className={classes.name} data-end={end}>{label}</span>
        const up = sort === by
        const active = up || sort === `-${by}`
        // What is soonest or greatest is wanted first.
        const first: Sort = by === 'dueAt' ? 'dueAt' : `-${by}`
        const Arrow = up ? IconArrowUp : IconArrowDown
        return (
          <button key={name} type="button" className={classes.name} data-end={end} aria-pressed={active} title={t('head.sort', { column: label })} onClick={() => order(active ? (up ? `-${by}` : by) : first)}>
            {name === 'priority' ? <span className={classes.short}>{label}</span> : <span className={classes.words}>{label}</span>}
            {active && <Arrow size={12} stroke={2} aria-hidden />}
            {active && <span className={classes.hidden}>{up ? t('head.up') : t('head.down')}</span>}
          </button>
        )
      })}
    </div>
  )
}
