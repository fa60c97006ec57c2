import type { ReactNode } from 'react'
import classes from './states.module.css'

/** Says in one sentence what this place is for, and offers the one next step. `heading`: it is the whole screen. */
export function EmptyState({ icon, title, text, action, heading }: { icon?: ReactNode; title: string; text?: string; action?: ReactNode; heading?: boolean }) {
  return (
    <div className={classes.empty}>
      {icon && <span className={classes.icon} aria-hidden>{icon}</span>}
      {heading ? <h1 className={classes.title}>{title}</h1> : <p className={classes.title}>{title}</p>}
      {text && <p className={classes.text}>{text}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
