import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './suggest.module.css'

export interface Suggestion { id: string; title: ReactNode; hint?: ReactNode }
interface Given { label: string; items: readonly Suggestion[]; active: number; pick: (index: number) => void; over: (index: number) => void; search?: ReactNode; empty: string }

/** What can be put in at the cursor. The keys stay in the field; this only shows and takes clicks. */
export function SuggestList({ label, items, active, pick, over, search, empty }: Given) {
  const { t } = useTranslation('ticket')
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => void list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active])
  return (
    <div className={classes.float}>
      {search}
      <div ref={list} role="listbox" aria-label={label} className={classes.list}>
        {items.map((item, index) => (
          // The field keeps the focus, so the keyboard is its business.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
          <div key={item.id} id={`${id}-${index}`} role="option" tabIndex={-1} aria-selected={index === active} className={classes.option} onMouseDown={(event) => event.preventDefault()} onClick={() => pick(index)} onMouseMove={() => over(index)}>
            <span className={classes.title}>{item.title}</span>
            {item.hint && <span className={classes.hint}>{item.hint}</span>}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className={classes.empty}>{empty}</p>}
      <p className={classes.keys} aria-hidden>{t('suggest.keys')}</p>
      <span className={classes.said} role="status">{items[active] ? items[active].title : empty}</span>
    </div>
  )
}
