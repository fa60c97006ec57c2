import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import classes from './panel.module.css'

/** A part of the side panel that folds; whether it is open is remembered in this browser. */
export function Section({ id, title, beside, open = true, children }: { id: string; title: string; beside?: ReactNode; open?: boolean; children: ReactNode | (() => ReactNode) }) {
  const key = `kontuar.panel.${id}`
  const [opened, setOpened] = useState(() => remembered(key) ?? open)
  const body = useId()
  const toggle = () => {
    setOpened(!opened)
    try {
      localStorage.setItem(key, String(!opened))
    } catch {
      // A browser that keeps nothing opens it as usual next time.
    }
  }
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle}>
          <button type="button" aria-expanded={opened} aria-controls={body} onClick={toggle}>
            <IconChevronRight size={14} stroke={1.5} aria-hidden data-open={opened || undefined} />
            {title}
          </button>
        </h2>
        {beside}
      </div>
      <div id={body} hidden={!opened}>{opened && (typeof children === 'function' ? children() : children)}</div>
    </section>
  )
}

function remembered(key: string): boolean | null {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? null : kept === 'true'
  } catch {
    return null
  }
}
