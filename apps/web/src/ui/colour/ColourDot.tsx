import type { Colour } from '@kontuar/contracts'
import classes from './colour.module.css'

/** Only beside a word: colour alone says nothing. */
export const ColourDot = ({ colour }: { colour: Colour }) => <span className={classes.dot} data-colour={colour} aria-hidden />
