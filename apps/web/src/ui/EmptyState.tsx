import type { ReactNode } from 'react'
import classes from './states.module.css'

/** Says in one sentence what this place is for, and offers the one next step. */
export function EmptyState({ icon, title, text, action }: { icon?: ReactNode; title: string; text?: string; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      {icon && <span className={classes.icon} aria-hidden>{icon}</span>}
      <p className={classes.title}>{title}</p>
      {text && <p className={classes.text}>{text}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
