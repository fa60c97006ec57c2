import type { Colour } from '@kontuar/contracts'
import type { ReactNode } from 'react'
import classes from './colour.module.css'

/** A tag as a quiet pill in its colour; `children`: a button at its end. */
export function TagMark({ name, colour, children }: { name: string; colour: Colour; children?: ReactNode }) {
  return (
    <span className={classes.tag} data-colour={colour}>
      <span className={classes.text}>{name}</span>
      {children}
    </span>
  )
}
